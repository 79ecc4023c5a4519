// The first screen: what the module is, and what everybody must have seen before anything plays.

/** @param {App} app */
function startView(app) {
    const { module, words } = app;
    const { credits } = module;
    const { ofModule } = words;
    const row = (label, value) => (value ? [make("dt", { text: label }), make("dd", { text: value, ...ofModule })] : []);
    const lines = module.support.map((line) => make("li", ofModule, make("strong", { text: line.name }), `: ${line.contact}`));
    const people = plural("{} person", "{} people", module.people.length);
    const questions = plural("{} question", "{} questions", module.questions.length);
    const element = make(
        "section",
        { class: "page start", "aria-labelledby": "start-title", hidden: true },
        make("h2", { id: "start-title", tabindex: "-1", text: module.title, ...ofModule }),
        module.notice ? make("p", { class: "notice", text: module.notice, ...ofModule }) : null,
        ...paragraphs(module.about, ofModule),
        make("p", { class: "quiet", text: `${people}, ${questions}. ${_("Nothing plays until you ask for it.")}` }),
        make("div", { class: "row" }, button(_("Begin"), () => app.show("stage"), { class: "begin" }), button(_("The wall: everybody and everything"), () => app.show("wall"))),
        make("dl", {}, ...row(_("Paid for by"), credits.funder), ...row(_("People chosen by"), credits.nominated_by), ...row(_("Made"), credits.date), ...row(_("Licence"), module.licence), ...row(_("Version"), module.version)),
        ...(lines.length > 0 ? [make("h3", { text: _("If something here touches you") }), make("ul", {}, ...lines)] : []),
    );
    return { element, show() {} };
}
