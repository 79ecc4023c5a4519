// Search in everything that is said, asked and told of people. Only what may be shown is in it.

const MOST_FOUND = 100;

/** Small letters without accents, so that "José" is found by "jose". */
function plainText(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * @typedef {{cell: Cell, time: number | null, text: string, language: string}} Found  time: in the film
 * @param {Words} words @param {string} asked
 * @param {"first" | "second" | "both"} languages  of the captions that are read
 * @returns {{found: Found[], more: number}}
 */
function searchModule(words, asked, languages) {
    const wanted = plainText(asked).split(/\s+/).filter((word) => word !== "");
    if (wanted.length === 0) return { found: [], more: 0 };
    const holds = (text) => {
        const plain = plainText(text);
        return wanted.every((word) => plain.includes(word));
    };
    const { module } = words;
    const found = [];
    module.people.forEach((whose, person) => {
        module.questions.forEach((asks, question) => {
            const cell = { person, question };
            const answer = words.cell(cell);
            if (answer.state !== "playable" || answer.film === null) return;
            const before = found.length;
            for (const { language, cues } of words.captions(cell, languages)) {
                // Words that begin in one caption and end in the next are found too.
                const texts = cues.map((cue) => words.said(person, cue).replaceAll("\n", " "));
                let last = -2;
                texts.forEach((text, place) => {
                    const next = texts[place + 1] ?? "";
                    const across = !holds(text) && !holds(next) && holds(`${text} ${next}`);
                    if (last === place - 1 || !(holds(text) || across)) return;
                    last = place;
                    found.push({ cell, time: cues[place][0], text: `${text} ${next}`.trim(), language });
                });
            }
            const about = `${words.name(person)} ${words.job(person)} ${words.label(question)} ${words.question(cell)}`;
            if (found.length === before && holds(about)) found.push({ cell, time: null, text: words.question(cell), language: module.questions[question].language });
        });
    });
    return { found: found.slice(0, MOST_FOUND), more: Math.max(found.length - MOST_FOUND, 0) };
}

/** The search's screen. */
class SearchView {
    /** @param {App} app */
    constructor(app) {
        this.app = app;
        this.field = make("input", { type: "search", id: "search-field", autocomplete: "off", spellcheck: "false" });
        this.count = make("p", { role: "status", class: "quiet" });
        this.list = make("ol", { class: "found" });
        let waiting = 0;
        this.field.addEventListener("input", () => {
            clearTimeout(waiting);
            waiting = setTimeout(() => this.show(), 150);
        });
        this.element = make(
            "section",
            { class: "page", "aria-labelledby": "search-title", role: "search", hidden: true },
            make("h2", { id: "search-title", tabindex: "-1", text: _("Search") }),
            make("label", { for: "search-field", text: _("A word that somebody says, a name, a question") }),
            this.field,
            this.count,
            this.list,
        );
    }

    focus() {
        this.field.focus();
        this.field.select();
    }

    show() {
        const asked = this.field.value.trim();
        const { found, more } = searchModule(this.app.words, asked, this.app.settings.captionLanguages);
        this.list.replaceChildren(...found.map((one) => this.#row(one)));
        if (asked === "") this.count.textContent = "";
        else if (found.length === 0) this.count.textContent = `${_("Nobody says “{}”.", asked)} ${_("Fewer letters find more: the beginning of a word is enough.")}`;
        else if (more > 0) this.count.textContent = _("The first {} of {}", found.length, found.length + more);
        else this.count.textContent = plural("Found once", "Found {} times", found.length);
    }

    #row(one) {
        const { words } = this.app;
        const into = one.time === null ? "" : clockText(one.time - words.cell(one.cell).in);
        return make(
            "li",
            {},
            make(
                "button",
                { type: "button", onclick: () => this.app.choose(one.cell, one.time) },
                make("strong", { text: words.cellName(one.cell), ...words.ofModule }),
                into ? make("span", { class: "quiet", text: ` ${into}` }) : null,
                make("span", { class: "said", lang: one.language || null, text: one.text }),
            ),
        );
    }
}
