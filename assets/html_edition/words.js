// The words that a class reads about a module and a walk: the same as in the program.

/**
 * What the exporter writes into the page (player/app/html_edition_data.cpp).
 * @typedef {object} Module
 * @property {string} id
 * @property {string} title
 * @property {string[]} themes
 * @property {{id: string, theme: number, label: string, text: string, sensitive: boolean}[]} questions
 * @property {string[]} says
 * @property {any[]} people
 * @property {any[]} cells  people * questions, one person after another
 */

const COVERED_WORDS = "\u2014\u2014";

/** @param {Module} module @returns {Grid} */
function gridOf(module) {
    return {
        people: module.people.length,
        questions: module.questions.length,
        playable: module.cells.map((cell) => cell.state === "playable"),
        says: module.says,
        facts: module.people.map((person) => person.contrast_facts),
    };
}

/** `words` with a dash for each place that names the job, however it is written, also with an s. */
function withoutJob(words, title) {
    if (!title) return words;
    const divided = title.split(/[ \n\t-]+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const named = new RegExp(`(?<![\\p{L}\\p{N}])${divided.join("[ \\n\\t-]+")}s?(?![\\p{L}\\p{N}])`, "giu");
    return words.replace(named, COVERED_WORDS);
}

/** What may be said of a module while jobs come last. */
class Words {
    /** @param {Module} module */
    constructor(module) {
        this.module = module;
        this.jobLast = false;
        this.uncovered = new Set(); // people, by their places
    }

    covers(person) {
        return this.jobLast && !this.uncovered.has(person);
    }

    cell({ person, question }) {
        return this.module.cells[person * this.module.questions.length + question];
    }

    name(person) {
        return this.module.people[person].name;
    }

    job(person) {
        return this.covers(person) ? "" : this.module.people[person].job;
    }

    label(question) {
        return this.module.questions[question].label.replaceAll("{job}", "\u2026");
    }

    question({ person, question }) {
        const job = this.covers(person) ? COVERED_WORDS : this.module.people[person].job || "someone in this job";
        return this.module.questions[question].text.replaceAll("{job}", () => job);
    }

    /** What is said or shown of a person without their job, as long as it is covered. */
    of(person, words) {
        return this.covers(person) ? withoutJob(words, this.module.people[person].job_title) : words;
    }

    cellName({ person, question }) {
        return `${this.name(person)} \u2013 ${this.label(question)}`;
    }

    absence(cell) {
        const name = this.name(cell.person);
        switch (this.cell(cell).state) {
            case "empty":
                return `There is no answer from ${name} to this question.`;
            case "withheld":
                return `${name} asked us not to show this answer.`;
            case "withdrawn":
                return "This person no longer wants to be shown in this module.";
        }
        return `${name}\u2019s answer cannot be played.`;
    }

    absenceHint(cell) {
        const answer = this.cell(cell);
        if (answer.state === "playable" && answer.film === null) {
            return "Its film is not part of this edition. Go on with Next, or choose an answer near this one.";
        }
        if (answer.state === "playable") {
            return "This browser cannot play its film, or the file is not there. Go on with Next, or choose an answer near this one.";
        }
        return "Go on with Next, or choose an answer near this one.";
    }

    /** What the wall and lists say of a cell. */
    stateWords(cell) {
        const answer = this.cell(cell);
        if (answer.state === "empty") return "no answer";
        if (answer.state !== "playable") return answer.state;
        return answer.film === null ? "not in this edition" : clockText(answer.length);
    }

    /**
     * The line below the film, and what Next leads to where that is to be said.
     * @param {Walk} walk @param {boolean} ended whether the picture stands at the end
     * @returns {{text: string, next: string}}
     */
    line(walk, ended) {
        if (walk.boundary) return this.boundaryLine(walk);
        if (walk.passedOver.length === 1) {
            const [passed] = walk.passedOver;
            const words = `Passed over: ${this.name(passed.person)} has no answer to \u201c${this.label(passed.question)}\u201d to show.`;
            return { text: words, next: "" };
        }
        if (walk.passedOver.length > 1) {
            return { text: `Passed over ${walk.passedOver.length} answers that are not there to show.`, next: "" };
        }
        const contrast = this.contrast(walk);
        if (walk.cue.standing === "held" && ended) {
            const text = contrast || (walk.way === "talk" ? "Stop and talk." : "When you are ready:");
            if (walk.way === "mix") return { text, next: "The next draw" };
            const next = upcomingOf(walk);
            return { text, next: next ? this.leadsTo(walk.cue.cell, next) : "" };
        }
        if (contrast) return { text: contrast, next: "" };
        const reason = this.of(walk.cue.cell.person, walk.reason);
        return { text: reason ? `Why this one: ${reason}` : "", next: "" };
    }

    boundaryLine(walk) {
        const boundary = walk.boundary;
        if (boundary.kind === "mix") {
            return { text: "Every answer was drawn once.", next: `New mix: ${seedText(boundary.nextSeed)}` };
        }
        if (boundary.kind === "person") {
            return {
                text: "That was the last answer.",
                next: boundary.next ? `Next: ${this.name(boundary.next.person)}` : "",
            };
        }
        const { question } = walk.cue.cell;
        let people = 0;
        for (let person = 0; person < walk.grid.people; ++person) {
            people += playable(walk.grid, { person, question }) ? 1 : 0;
        }
        return {
            text: people === 1 ? "The one answer was heard." : `All ${people} were heard.`,
            next: boundary.next ? `Next question: ${this.label(boundary.next.question)}` : "",
        };
    }

    contrast(walk) {
        const from = walk.apartFrom;
        if (from === null) return "";
        const here = walk.cue.cell.person;
        return this.of(from, this.of(here, contrastOf(walk.grid, from, this.name(from), here, this.name(here))));
    }

    noContrast(walk) {
        const name = this.name(walk.cue.cell.person);
        switch (walk.noContrast) {
            case "nothing_plays":
                return "There is no answer here to set another one against.";
            case "nobody_differs":
                return `Nobody else who answered this is known to differ from ${name}.`;
            case "all_had":
                return `That was everybody whose path differs. Once more begins with ${name}.`;
        }
        return "";
    }

    leadsTo(from, to) {
        if (from.person === to.person) return this.label(to.question);
        if (from.question === to.question) return this.name(to.person);
        return this.cellName(to);
    }
}
