// Choosing a lesson plan, and reading what happens in it.

class PlanList {
    /** @param {App} app */
    constructor(app) {
        this.app = app;
        this.chosen = 0;
        this.rows = app.module.plans.map((plan, place) =>
            make("button", { type: "button", onclick: () => this.#choose(place) }, make("span", { class: "title", lang: plan.language || null }), make("span", { class: "quiet" })),
        );
        this.detail = make("article", { class: "plan", "aria-labelledby": "plan-title" });
        this.fitting = make("p", { class: "fitting", role: "status" });
        this.bell = new BellField("bell-before", (text) => this.#tellBell(text));
        this.element = make(
            "div",
            { class: "plans" },
            make("nav", { "aria-label": _("Lesson plans") }, make("ol", {}, ...this.rows.map((row) => make("li", {}, row)))),
            this.detail,
        );
    }

    get plan() {
        return this.app.module.plans[this.chosen];
    }

    show() {
        const { words, desk, module } = this.app;
        this.rows.forEach((row, place) => {
            const plan = module.plans[place];
            row.children[0].textContent = words.withoutJobs(plan.title);
            row.children[1].textContent = planTime(plan, desk.nextWeek(plan));
            if (place === this.chosen) row.setAttribute("aria-current", "true");
            else row.removeAttribute("aria-current");
        });
        this.#showPlan(this.plan);
    }

    #tellBell(text) {
        this.bell.tellWrong(bellFromText(text) === null && text.trim() !== "");
        this.app.desk.bellWritten = text;
        const typed = document.activeElement === this.bell.field;
        this.#showPlan(this.plan);
        if (typed) this.bell.field.focus();
    }

    #choose(place) {
        this.chosen = place;
        this.show();
        // On a small display what was chosen stands below the list.
        if (this.detail.getBoundingClientRect().top > innerHeight / 2) this.detail.scrollIntoView({ block: "start" });
    }

    #showPlan(plan) {
        const { words, desk } = this.app;
        const ofPlan = { lang: plan.language || null };
        const draft = desk.draft(plan);
        exchangeText(this.fitting, draft.fitting);
        this.bell.show(desk.bellWritten);
        const said = (heading, ...content) => (content.some((one) => one) ? [make("h4", { text: heading }), ...content.filter((one) => one)] : []);
        const paragraph = (text, attributes = {}) => text && make("p", { text, ...attributes });
        this.detail.replaceChildren(
            make("h3", { id: "plan-title", text: words.withoutJobs(plan.title), ...ofPlan }),
            make("p", { class: "time", text: planTime(plan, draft.week) }),
            make("p", { text: words.withoutJobs(plan.about), ...ofPlan }),
            this.bell.element,
            this.fitting,
            make("div", { class: "row" }, button(_("Start this lesson"), () => desk.start(plan), { class: "begin" })),
            ...said(_("Please note"), paragraph(words.withoutJobs(plan.content_note), ofPlan), paragraph(planLacks(plan))),
            ...said(_("You need"), paragraph(plan.needs.join(" · "), ofPlan)),
            ...said(_("What it is for"), paragraph(planAreas(plan))),
            make("h4", { text: _("What happens") }),
            make("ol", { class: "steps" }, ...draft.order.map((item) => make("li", { class: item.kept ? null : "left-out" }, this.#step(item, plan.cues[item.cue], ofPlan)))),
        );
    }

    /** One step: a line, and below it, once somebody opens it, all of its words and films. */
    #step(item, cue, ofPlan) {
        const { words } = this.app;
        const films = item.clips.map((clip) => make("li", { text: words.cellName(clip.cell), ...words.ofModule }));
        return make(
            "details",
            {},
            make(
                "summary",
                {},
                make("span", { class: "time", text: minutesText(item) }),
                make("span", { class: "title", text: words.withoutJobs(cue.title), ...ofPlan }),
                make("span", { class: "quiet", text: stepNote(item, cue) }),
            ),
            cue.content_note ? make("p", { class: "notice", text: words.withoutJobs(cue.content_note), ...ofPlan }) : null,
            ...blockElements(cue.before, words, ofPlan),
            films.length > 0 ? make("ul", { class: "films" }, ...films) : null,
            ...blockElements(cue.after, words, ofPlan),
        );
    }
}
