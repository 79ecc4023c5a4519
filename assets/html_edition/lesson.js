// Lesson plans: their cues with prompts, who talks, for how long, and the answers to hear.

/** A prompt is Markdown; its emphasis marks are taken off, its lists stay lines. @param {string} text */
function promptText(text) {
    return text.replace(/(\*\*|__|`)/g, "").replace(/^#+\s*/gm, "");
}

/** The lesson's screen: one cue at a time, in letters for the back row. */
class LessonView {
    /** @param {App} app */
    constructor(app) {
        this.app = app;
        this.plan = 0;
        this.cue = -1; // -1: what the plan is, and its ground rules
        this.choice = make("select", { id: "lesson-plan" });
        app.module.plans.forEach((plan, place) => this.choice.append(make("option", { value: String(place), text: plan.title })));
        this.choice.addEventListener("change", () => {
            this.plan = Number(this.choice.value);
            this.cue = -1;
            this.show();
        });
        this.title = make("h2", { id: "lesson-title", tabindex: "-1" });
        this.room = make("div", { class: "cue" });
        this.before = button("Step before", () => this.#go(-1));
        this.next = button("Next step", () => this.#go(1), { class: "begin" });
        this.element = make(
            "section",
            { class: "page lesson", "aria-labelledby": "lesson-title", hidden: true },
            make("div", { class: "row no-print" }, make("label", { for: "lesson-plan", text: "Plan" }), this.choice),
            this.title,
            this.room,
            make("div", { class: "row no-print" }, this.before, this.next),
        );
    }

    show() {
        const plan = this.app.module.plans[this.plan];
        const cue = plan.cues[this.cue];
        this.before.disabled = this.cue < 0;
        this.next.disabled = this.cue >= plan.cues.length - 1;
        this.title.textContent = cue ? `${this.cue + 1} of ${plan.cues.length}: ${cue.title}` : plan.title;
        this.room.replaceChildren(...(cue ? this.#cueParts(plan, cue) : this.#planParts(plan)));
    }

    #go(by) {
        this.cue += by;
        const cue = this.app.module.plans[this.plan].cues[this.cue];
        if (cue?.job_last && !this.app.settings.jobLast) {
            this.app.set("jobLast", true);
            this.app.say("In this step the job comes last: it is covered");
        }
        this.show();
        this.title.focus();
    }

    #planParts(plan) {
        const { support } = this.app.module;
        const lines = plan.help_card ? support.map((line) => make("li", {}, make("strong", { text: line.name }), `: ${line.contact}`)) : [];
        return [
            ...paragraphs(plan.about),
            make("p", { class: "quiet", text: `${plan.minutes} minutes${plan.weeks > 1 ? ` a week, ${plan.weeks} weeks` : ""}` }),
            ...(plan.content_note ? [make("p", { class: "notice", text: plan.content_note })] : []),
            ...paragraphs(promptText(plan.ground_rules)).map((line) => (line.classList.add("prompt"), line)),
            ...(lines.length > 0 ? [make("ul", {}, ...lines)] : []),
        ];
    }

    #cueParts(plan, cue) {
        const { words } = this.app;
        const prompt = (text) => paragraphs(promptText(text)).map((line) => (line.classList.add("prompt"), line));
        const who = [cue.talk, cue.time].filter((word) => word !== "").join(", ");
        return [
            ...(plan.weeks > 1 ? [make("p", { class: "quiet", text: `Week ${cue.week}` })] : []),
            ...(cue.content_note ? [make("p", { class: "notice", text: cue.content_note })] : []),
            ...prompt(cue.before),
            ...(cue.clips.length > 0 ? [make("div", { class: "row" }, ...cue.clips.map((cell) => button(words.cellName(cell), () => this.app.choose(cell))))] : []),
            ...prompt(cue.after),
            ...(who ? [make("p", { class: "quiet", text: `Talk ${who}` })] : []),
        ];
    }
}
