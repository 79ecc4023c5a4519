// The words that a class reads about a module and a walk: the same as in the program. And the one
// gate: while jobs come last, what names one or shows one is not given out here.

/**
 * What the exporter writes into the page (player/app/html_edition/html_edition.cpp).
 * @typedef {object} Module
 * @property {string} id
 * @property {string} title
 * @property {string} language        of the films
 * @property {string} words_language  of the title
 * @property {boolean} job_last  jobs are covered whenever the page is opened
 * @property {string[]} themes
 * @property {{id: string, theme: number, label: string, text: string, language: string, sensitive: boolean}[]} questions
 * @property {string[]} says
 * @property {any[]} people  what is there of them while their job is covered is in `covered`
 * @property {any[]} cells   people * questions, one person after another
 * @property {Plan[]} plans
 *
 * A line of captions or descriptions, its times in the film's seconds. The last is there where a
 * covered job changes what is read.
 * @typedef {[begins: number, ends: number, text: string, covered?: string]} TimedWords
 * @typedef {{language: string, cues: TimedWords[]}} Track
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
        told: module.people.map((person) => person.contrast_words),
    };
}

/** "cy" of "cy-GB". @param {string} tag */
function firstPart(tag) {
    return tag.split("-")[0].toLowerCase();
}

/** `words` with a dash for each place that names the job, however it is written, also with an s. */
function withoutJob(words, title) {
    if (!title) return words;
    const divided = title.split(/[ \n\t-]+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const named = new RegExp(`(?<![\\p{L}\\p{N}])${divided.join("[ \\n\\t-]+")}s?(?![\\p{L}\\p{N}])`, "giu");
    return words.replace(named, COVERED_WORDS);
}

/** What may be said of a module, and whose job may be. */
class Words {
    /** @param {Module} module */
    constructor(module) {
        this.module = module;
        this.jobLast = false;
        this.uncovered = new Set(); // people, by their places
        const pageLanguage = document.documentElement.lang;
        /** Attributes of elements with words of the module, where the page speaks another language. */
        const language = module.words_language;
        this.ofModule = language && language !== pageLanguage ? { lang: language } : {};
    }

    /** The switch; whoever was uncovered is covered again. */
    setJobLast(jobLast) {
        this.jobLast = jobLast;
        this.uncovered.clear();
    }

    /** Facts that are compared, but not said. @returns {boolean[][]} silent[person][kind] */
    get silent() {
        return this.jobLast ? this.module.people.map((person) => person.silent) : [];
    }

    covers(person) {
        return this.jobLast && !this.uncovered.has(person);
    }

    /** A person as they may be shown. */
    person(person) {
        const whole = this.module.people[person];
        return this.covers(person) ? { ...whole, ...whole.covered } : whole;
    }

    cell({ person, question }) {
        return this.module.cells[person * this.module.questions.length + question];
    }

    /** The picture of an answer; empty where there is none, or none that may be seen. */
    still(cell) {
        return this.person(cell.person).stills_covered ? "" : (this.cell(cell).still ?? "");
    }

    /**
     * The captions of an answer, first language first. What is not there is replaced by what is.
     * @param {"first" | "second" | "both"} wanted
     * @returns {Track[]}
     */
    captions(cell, wanted) {
        const { captions, second_captions: second } = this.cell(cell);
        const found = [];
        if (captions && (wanted !== "second" || !second)) found.push({ language: this.module.language, cues: captions });
        if (second && (wanted !== "first" || !captions)) found.push(second);
        return found;
    }

    /** @returns {Track | null} null: there are none */
    descriptions(cell) {
        const { descriptions } = this.cell(cell);
        return descriptions ? { language: this.module.language, cues: descriptions } : null;
    }

    /** What is read of a caption. @param {number} person @param {TimedWords} timed */
    said(person, [, , text, covered]) {
        return this.covers(person) ? (covered ?? text) : text;
    }

    name(person) {
        const { id, name } = this.module.people[person];
        return id === "" ? _("Withdrawn") : name;
    }

    /** Stands where there is no picture, as in the program. */
    initials(person) {
        const words = this.name(person).match(/[\p{L}\p{N}]+/gu) ?? ["?"];
        const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
        return ends.map((word) => [...word][0].toUpperCase()).join("");
    }

    job(person) {
        return this.person(person).job;
    }

    label(question) {
        return this.module.questions[question].label.replaceAll("{job}", "\u2026");
    }

    question({ person, question }) {
        const { text, language } = this.module.questions[question];
        const { job, job_title: title, job_language: ofJob } = this.person(person);
        const isOf = (other) => !language || !other || firstPart(language) === firstPart(other);
        const somebody = isOf(document.documentElement.lang) ? _("someone in this job") : "\u2026";
        const words = title ? (isOf(ofJob) ? job : title) : somebody;
        return text.replaceAll("{job}", () => words);
    }

    /** What was written down of a person, without their job as long as that is covered. */
    of(person, words) {
        if (!this.covers(person)) return words;
        const { job_title: title, job_other_titles: others } = this.module.people[person];
        return [title, ...(others ?? [])].reduce(withoutJob, words);
    }

    /** Words that are of nobody alone, such as a plan's, without the job of anybody who is covered. */
    withoutJobs(words) {
        if (!this.jobLast) return words;
        return this.module.people.reduce((shown, _, person) => this.of(person, shown), words);
    }

    cellName({ person, question }) {
        return `${this.name(person)} \u2013 ${this.label(question)}`;
    }

    absence(cell) {
        const name = this.name(cell.person);
        const answer = this.cell(cell);
        switch (answer.state) {
            case "empty":
                return _("There is no answer from {} to this question.", name);
            case "withheld":
                return _("{} asked us not to show this answer.", name);
            case "withdrawn":
                return _("This person no longer wants to be shown in this module.");
        }
        if (answer.film === null) return _("{}'s answer is not part of this edition.", name);
        return _("{}'s answer cannot be played.", name);
    }

    absenceHint(cell) {
        const answer = this.cell(cell);
        if (answer.state === "playable" && answer.film !== null) {
            return _("This browser cannot play its film, or the file is not there. Go on with Next, or choose an answer near this one.");
        }
        return _("Go on with Next, or choose an answer near this one.");
    }

    /** What the wall and lists say of a cell. */
    stateWords(cell) {
        const answer = this.cell(cell);
        switch (answer.state) {
            case "empty":
                return _("no answer");
            case "withheld":
                return _("withheld");
            case "withdrawn":
                return _("withdrawn");
        }
        return answer.film === null ? _("not in this edition") : clockText(answer.length);
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
            const words = _("Passed over: {} has no answer to “{}” to show.", this.name(passed.person), this.label(passed.question));
            return { text: words, next: "" };
        }
        if (walk.passedOver.length > 1) {
            return { text: _("Passed over {} answers that are not there to show.", walk.passedOver.length), next: "" };
        }
        const contrast = this.contrast(walk);
        if (walk.cue.standing === "held" && ended) {
            const text = contrast || (walk.way === "talk" ? _("Stop and talk.") : _("When you are ready:"));
            if (walk.way === "mix") return { text, next: _("The next draw") };
            const next = upcomingOf(walk);
            return { text, next: next ? this.leadsTo(walk.cue.cell, next) : "" };
        }
        if (contrast) return { text: contrast, next: "" };
        return { text: walk.reason ? _("Why this one: {}", walk.reason) : "", next: "" };
    }

    boundaryLine(walk) {
        const boundary = walk.boundary;
        if (boundary.kind === "mix") {
            return { text: _("Every answer was drawn once."), next: _("New mix: {}", seedText(boundary.nextSeed)) };
        }
        if (boundary.kind === "person") {
            return {
                text: _("That was the last answer."),
                next: boundary.next ? _("Next: {}", this.name(boundary.next.person)) : "",
            };
        }
        const { question } = walk.cue.cell;
        let people = 0;
        for (let person = 0; person < walk.grid.people; ++person) {
            people += playable(walk.grid, { person, question }) ? 1 : 0;
        }
        return {
            text: people === 1 ? _("The one answer was heard.") : _("All {} were heard.", people),
            next: boundary.next ? _("Next question: {}", this.label(boundary.next.question)) : "",
        };
    }

    contrast(walk) {
        const from = walk.apartFrom;
        if (from === null) return "";
        const here = walk.cue.cell.person;
        return contrastOf(walk.grid, from, this.name(from), here, this.name(here));
    }

    noContrast(walk) {
        const name = this.name(walk.cue.cell.person);
        switch (walk.noContrast) {
            case "nothing_plays":
                return _("There is no answer here to set another one against.");
            case "nobody_differs":
                return _("Nobody else who answered this is known to differ from {}.", name);
            case "all_had":
                return _("That was everybody whose path differs. Once more begins with {}.", name);
        }
        return "";
    }

    leadsTo(from, to) {
        if (from.person === to.person) return this.label(to.question);
        if (from.question === to.question) return this.name(to.person);
        return this.cellName(to);
    }
}
