// Whom a lesson's clips show: a plan met by a module. The same picks as lessons/running_order.cpp.

const TURN_OF_LESSONS = 0xfffffff0;
const USUAL_ANSWER_S = 60;

/**
 * What the exporter writes of a plan (player/app/html_edition/edition_plans.cpp).
 * @typedef {{kind: "paragraph" | "heading" | "bullet" | "numbered", number: number, text: string}} Block
 * @typedef {{at: number, blocks: Block[], bytes: number, stops: boolean}} ClipPrompt  at: from the clip's beginning
 *
 * @typedef {object} PlanClips
 * @property {"person" | "any" | "same" | "people" | "same_people" | "picked"} chosen
 * @property {number | null} [person]
 * @property {number} [people]       how many who differ
 * @property {number | null} [fact]  in which they differ; null: in as many as possible
 * @property {number} [clips]        how many of those that were picked
 * @property {string} asks           the question's id
 * @property {number | null} question  its place; null: this module does not ask it
 * @property {ClipPrompt[]} prompts
 *
 * @typedef {object} PlanCue
 * @property {string} title
 * @property {PlanClips[]} clips
 * @property {Block[]} before
 * @property {Block[]} after
 * @property {string} talk
 * @property {number} talk_s
 * @property {boolean} sound
 * @property {boolean} job_last
 * @property {string} content_note
 * @property {boolean} keep      never left out for want of time
 * @property {boolean} optional  the first to be left out
 * @property {boolean} headsets  watched with headsets, in rounds where they are few
 * @property {number} week
 *
 * @typedef {{id: string, language: string, title: string, about: string, minutes: number, fewest_pupils: number,
 *     most_pupils: number, needs: string[], areas: string[], benchmarks: number[], content_note: string,
 *     rules: Block[], help_card: boolean, weeks: number, cues: PlanCue[]}} Plan
 *
 * @typedef {{cell: Cell, length: number, prompts: ClipPrompt[]}} PlannedClip  length: in whole seconds
 *
 * One cue of the plan in this module, and what the bell makes of it (fit.js).
 * @typedef {object} OrderItem
 * @property {number} cue
 * @property {PlannedClip[]} clips
 * @property {number} talk        as planned
 * @property {boolean} locked
 * @property {boolean} optional
 * @property {boolean} plenary    the last one of the meeting
 * @property {boolean} begun      the class is at its first step: it stays, and may get shorter
 * @property {number} rounds      how often its clips are watched
 * @property {boolean} kept
 * @property {number} clipsKept   the first so many
 * @property {number} talkGiven   at most `talk`
 * @property {string} why         empty when all is as planned
 *
 * What a module knows beside its grid.
 * @typedef {object} OrderSource
 * @property {Grid} grid
 * @property {string[]} labels            of the questions
 * @property {(number | null)[]} lengths  per cell, in seconds
 * @property {Cell[]} picked              what was kept, the latest last
 * @property {number[]} heard             who had a turn in earlier weeks, once for each
 */

/** The cues of one week. Nobody twice while others had no turn; the same seed chooses the same. */
class PlanPicker {
    /** @param {OrderSource} source @param {number} seed */
    constructor(source, seed) {
        this.source = source;
        this.grid = source.grid;
        this.seed = lot(seed, TURN_OF_LESSONS, 0);
        this.turns = new Array(this.grid.people).fill(0);
        for (const person of source.heard) {
            if (person in this.turns) ++this.turns[person];
        }
        this.last = null; // the person of the clip before
        this.group = []; // the people whom the last clips for several found
        this.notes = [];
        this.cue = 0;
        this.question = 0;
    }

    /** @param {Plan} plan @param {number} week @returns {{order: OrderItem[], notes: string[]}} */
    pick(plan, week) {
        const order = [];
        plan.cues.forEach((cue, place) => {
            if (cue.week !== week) return;
            this.cue = place;
            const item = { cue: place, clips: [], talk: cue.talk_s, locked: cue.keep, optional: cue.optional, plenary: false, begun: false, rounds: 1 };
            for (const clips of cue.clips) this.#add(clips, cue, item);
            order.push(item);
        });
        if (order.length > 0) order.at(-1).plenary = true;
        return { order: asPlanned(order), notes: this.notes };
    }

    #add(clips, cue, item) {
        const before = item.clips.length;
        if (clips.chosen === "picked") {
            for (const cell of [...this.source.picked].reverse()) {
                if (item.clips.length - before === clips.clips) break;
                this.#addClip(cell, clips, item);
            }
            if (item.clips.length === before) this.#note(cue, _("the class has kept nothing so far: talk about what you remember"));
            return;
        }
        if (clips.question === null) {
            this.#note(cue, _("this module does not ask '{}': this clip is left out", clips.asks));
            return;
        }
        this.question = clips.question;
        for (const person of this.#peopleFor(clips)) this.#addClip({ person, question: this.question }, clips, item);
        if (item.clips.length === before) this.#note(cue, _("there is no answer to '{}' that can be shown", this.source.labels[this.question]));
    }

    #peopleFor(clips) {
        switch (clips.chosen) {
            case "person":
                return clips.person === null ? [] : [clips.person];
            case "same":
                return this.last === null ? this.#peopleWhoDiffer(1, null) : [this.last];
            case "same_people":
                if (this.group.length === 0) this.group = this.#peopleWhoDiffer(3, null);
                return this.group;
            case "people":
                this.group = this.#peopleWhoDiffer(clips.people, clips.fact);
                return this.group;
        }
        return this.#peopleWhoDiffer(1, null);
    }

    /** One after another: who had the fewest turns, then who differs most from those chosen, then the lot. */
    #peopleWhoDiffer(count, kind) {
        const chosen = [];
        while (chosen.length < count) {
            let best = null;
            let found = null;
            for (let person = 0; person < this.grid.people; ++person) {
                if (!playable(this.grid, { person, question: this.question }) || chosen.includes(person)) continue;
                const ofQuestion = lot(this.seed, this.cue, this.question);
                const rank = [this.turns[person], -this.#apartFrom(chosen, person, kind), lot(ofQuestion, this.cue, person)];
                if (best === null || ranksBefore(rank, best)) {
                    best = rank;
                    found = person;
                }
            }
            if (found === null) break;
            chosen.push(found);
        }
        return chosen;
    }

    #apartFrom(chosen, person, kind) {
        if (chosen.length === 0) return 0;
        const apart = chosen.map((other) => factsApart(this.grid, other, person) + (kind !== null && differIn(this.grid, kind, other, person) ? 100 : 0));
        return Math.min(1000, ...apart);
    }

    #addClip(cell, clips, item) {
        if (!playable(this.grid, cell) || item.clips.some((clip) => sameCell(clip.cell, cell))) return;
        const known = this.source.lengths[cell.person * this.grid.questions + cell.question];
        item.clips.push({ cell, length: known ? Math.ceil(known) : USUAL_ANSWER_S, prompts: clips.prompts });
        ++this.turns[cell.person];
        this.last = cell.person;
    }

    #note(cue, what) {
        this.notes.push(`${cue.title}: ${what}`);
    }
}
