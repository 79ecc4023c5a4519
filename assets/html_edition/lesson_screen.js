// The lesson's screen: the plans to choose from; then what the class reads, and where it is.

/** Where the minutes to the bell are written, as one line. */
class BellField {
    /** @param {string} id @param {(text: string) => void} told when Enter is pressed, or the button */
    constructor(id, told) {
        this.field = make("input", { type: "text", id, autocomplete: "off", maxlength: String(LONGEST_BELL), placeholder: _("35 minutes, 28 pupils, 12 headsets"), "aria-describedby": `${id}-wrong` });
        this.wrong = make("p", { class: "quiet", id: `${id}-wrong`, role: "status" });
        this.element = make(
            "form",
            { class: "bell" },
            make("label", { for: id, text: _("Fit to the bell") }),
            make("div", { class: "row" }, this.field, button(_("Fit"), () => told(this.field.value))),
            this.wrong,
        );
        this.element.addEventListener("submit", (event) => {
            event.preventDefault();
            told(this.field.value);
        });
    }

    /** Nobody's typing is taken away. */
    show(text) {
        if (document.activeElement !== this.field) this.field.value = text;
    }

    tellWrong(wrong) {
        exchangeText(this.wrong, wrong ? _("Write the minutes to the bell, then pupils and headsets: 35 minutes, 28 pupils, 12 headsets") : "");
    }
}

class LessonView {
    /** @param {App} app */
    constructor(app) {
        this.app = app;
        this.plans = new PlanList(app);
        this.title = make("h2", { id: "lesson-title", tabindex: "-1" });
        this.words = make("div", { class: "words" });
        this.talk = make("p", { class: "talk" });
        this.timer = make("p", { class: "timer", role: "timer" });
        this.back = button(_("Back"), () => app.desk.stepBack());
        this.next = button("", () => app.desk.goOn(), { class: "begin" });
        this.more = button(_("2 more minutes"), () => app.desk.extend());
        this.steps = make("ol", {});
        this.lessonOfSteps = null;
        this.lacks = make("div", {});
        this.end = button(_("End the lesson"), () => app.desk.end());
        this.name = make("p", { class: "quiet" });
        this.fitting = make("p", { class: "fitting", role: "status" });
        this.bell = new BellField("bell-under-way", (text) => {
            this.bell.tellWrong(!app.desk.tellBell(text));
        });
        this.room = make(
            "div",
            { class: "lesson-room" },
            make(
                "div",
                { class: "prompt" },
                this.words,
                make("div", { class: "talks" }, this.talk, this.timer),
                make("div", { class: "row foot" }, this.back, this.next, this.more),
            ),
            make(
                "div",
                { class: "beside" },
                this.name,
                make("nav", { "aria-label": _("Steps of the lesson") }, this.steps),
                this.lacks,
                this.fitting,
                this.bell.element,
                make("div", { class: "row" }, this.end),
            ),
        );
        this.element = make(
            "section",
            { class: "page lesson", "aria-labelledby": "lesson-title", hidden: true },
            // Whoever hears the page hears each step when it comes.
            make("div", { "aria-live": "polite", class: "said-first" }, this.title),
            this.plans.element,
            this.room,
        );
        this.words.setAttribute("aria-live", "polite");
        setInterval(() => this.tick(), 1000);
    }

    focus() {
        const inside = this.element.contains(document.activeElement) && document.activeElement.checkVisibility();
        if (!inside) this.title.focus({ preventScroll: true });
    }

    show() {
        const { lesson } = this.app.desk;
        const { module } = this.app;
        this.plans.element.hidden = lesson !== null || module.plans.length === 0;
        this.room.hidden = lesson === null;
        this.element.classList.toggle("under-way", lesson !== null);
        if (lesson !== null) {
            this.#showLesson(lesson);
            return;
        }
        exchangeText(this.title, module.plans.length > 0 ? _("Lesson plans") : _("There are no lesson plans here."));
        this.title.removeAttribute("lang");
        if (module.plans.length > 0) this.plans.show();
    }

    /** The time that is left to talk. */
    tick() {
        if (this.element.hidden) return;
        const { words } = this.app;
        exchangeText(this.timer, this.app.desk.timerText);
        const { lesson } = this.app.desk;
        this.timer.classList.toggle("alert", (lesson?.timeLeft ?? 0) < 0);
        exchangeText(this.fitting, lesson ? words.withoutJobs(bellText(lesson)) : "");
    }

    #showLesson(lesson) {
        const { words, module, desk } = this.app;
        const { plan } = lesson;
        const ofPlan = { lang: plan.language || null };
        const prompt = promptOf(lesson);
        exchangeText(this.title, words.withoutJobs(prompt.title));
        if (prompt.ofPlan && plan.language) this.title.lang = plan.language;
        else this.title.removeAttribute("lang");
        const help = plan.help_card && (lesson.stop.part === "rules" || lesson.done) ? module.support : [];
        const heard = lesson.done ? lesson.seen.map((seen) => words.cellName(seen.cell)) : [];
        const list = (heading, lines, attributes) => (lines.length > 0 ? [make("h3", { text: heading }), make("ul", {}, ...lines.map((text) => make("li", { text, ...attributes })))] : []);
        this.words.replaceChildren(
            ...(prompt.note ? [make("p", { class: "notice", text: words.withoutJobs(prompt.note), ...ofPlan })] : []),
            make("div", { class: "read" }, ...blockElements(prompt.blocks, words, ofPlan), ...(prompt.after ? [make("p", { text: prompt.after })] : [])),
            ...list(_("You heard"), heard, words.ofModule),
            ...list(_("If you want to talk to somebody"), help.map((line) => `${line.name}: ${line.contact}`), words.ofModule),
        );
        exchangeText(this.talk, prompt.talk);
        this.more.hidden = lesson.timer === null;
        this.bell.show(desk.bellWritten);
        this.tick();
        this.back.disabled = !lesson.canGoBack;
        this.next.hidden = lesson.done;
        this.next.textContent = nextStepText(lesson, words);
        exchangeText(this.name, words.withoutJobs(plan.weeks > 1 ? _("{}, week {}", plan.title, lesson.week) : plan.title));
        this.#showSteps(lesson, ofPlan);
        this.#showWhatLacks(lesson);
        this.end.classList.toggle("begin", lesson.done);
    }

    #showSteps(lesson, ofPlan) {
        const { words, desk } = this.app;
        if (this.lessonOfSteps !== lesson) {
            this.lessonOfSteps = lesson;
            const rows = lesson.order.map((_, place) =>
                make("button", { type: "button", onclick: () => desk.goToItem(place) }, make("span", { class: "title", ...ofPlan }), make("span", { class: "time" }), make("span", { class: "quiet" })),
            );
            this.steps.replaceChildren(...rows.map((row) => make("li", {}, row)));
        }
        [...this.steps.querySelectorAll("button")].forEach((row, place) => {
            const item = lesson.order[place];
            const cue = lesson.plan.cues[item.cue];
            row.children[0].textContent = words.withoutJobs(cue.title);
            row.children[1].textContent = minutesText(item);
            row.children[2].textContent = stepNote(item, cue);
            row.classList.toggle("left-out", !item.kept);
            if (lesson.cue !== null && place === lesson.stop.item) row.setAttribute("aria-current", "step");
            else row.removeAttribute("aria-current");
        });
    }

    /** What this module does not have of the plan: of all of it at the rules, else of this step. */
    #showWhatLacks(lesson) {
        const { cue, notes, stop } = lesson;
        const lacks = notes.filter((note) => stop.part === "rules" || (cue !== null && note.startsWith(`${cue.title}:`)));
        this.lacks.replaceChildren(...lacks.map((note) => make("p", { class: "quiet", text: this.app.words.withoutJobs(note) })));
    }

    /** On a small display the step's words come to sight again. */
    bringToSight() {
        if (this.title.getBoundingClientRect().top < 0) this.element.scrollIntoView({ block: "start" });
    }
}
