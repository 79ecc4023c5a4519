// A lesson under way: a plan's steps, and where the class is in them. As lessons/lesson.cpp, but
// without a bell to fit them to.

const READING_S = 0.1; // of a letter, beside a film
const LEAST_READING_S = 6;

/**
 * One step: the ground rules, what to read before, a clip, what to talk about after it, the end.
 * @typedef {{part: "rules" | "before" | "clip" | "after" | "done", item: number, clip: number}} Stop
 */
const PARTS = ["rules", "before", "clip", "after", "done"];

/** @param {PlanCue} cue */
function showsPicks(cue) {
    return cue.clips.some((clips) => clips.chosen === "picked");
}

class Lesson {
    /**
     * At its first step. `picked` is of this plan and this week.
     * @param {Plan} plan @param {number} week @param {number} seed
     * @param {{order: OrderItem[], notes: string[]}} picked
     */
    constructor(plan, week, seed, picked) {
        this.plan = plan;
        this.week = week;
        this.seed = seed;
        this.order = picked.order;
        this.notes = picked.notes;
        /** @type {{cue: number, cell: Cell}[]} */
        this.seen = [];
        this.paused = false; // the film stands at a prompt of its clip
        this.passed = 0; // prompts of this clip at which it has stopped
        this.stop = this.stops()[0];
    }

    /** Everything that comes in this meeting, in order. @returns {Stop[]} */
    stops() {
        const { plan, order } = this;
        const stops = [];
        if (plan.rules.length > 0 || plan.content_note !== "" || plan.help_card) stops.push({ part: "rules", item: 0, clip: 0 });
        order.forEach((item, place) => {
            const cue = plan.cues[item.cue];
            const before = cue.before.length > 0 || cue.content_note !== "";
            // A step that a plan leaves without words still says what it is.
            if (before || (item.clips.length === 0 && cue.after.length === 0)) stops.push({ part: "before", item: place, clip: 0 });
            item.clips.forEach((_, clip) => stops.push({ part: "clip", item: place, clip }));
            if (cue.after.length > 0) stops.push({ part: "after", item: place, clip: 0 });
        });
        stops.push({ part: "done", item: order.length, clip: 0 });
        return stops;
    }

    /** Where in stops() the class is; of a stop that is not there any more, the last one before it. */
    get place() {
        const key = ({ part, item, clip }) => [part === "rules" ? 0 : 1, item, PARTS.indexOf(part), clip];
        const here = key(this.stop);
        return Math.max(0, this.stops().findLastIndex((stop) => !ranksBefore(here, key(stop))));
    }

    get done() {
        return this.stop.part === "done";
    }

    /** The cue under way; null at the rules and at the end. @returns {PlanCue | null} */
    get cue() {
        return this.stop.part === "rules" || this.done ? null : this.plan.cues[this.order[this.stop.item].cue];
    }

    /** The clip that is to be on the screen; null at a prompt. @returns {PlannedClip | null} */
    get clip() {
        return this.stop.part === "clip" ? this.order[this.stop.item].clips[this.stop.clip] : null;
    }

    /** @returns {Stop | null} what going on leads to; null at the end */
    get next() {
        return this.stops()[this.place + 1] ?? null;
    }

    get canGoBack() {
        return this.place > 0;
    }

    /** The time to talk belongs to the prompt after the clips, or to the only one there is: in seconds. */
    get talkTime() {
        const { cue, stop } = this;
        const talks = cue !== null && (stop.part === "after" || (stop.part === "before" && cue.after.length === 0));
        return talks ? this.order[stop.item].talk : 0;
    }

    goOn() {
        if (this.paused) {
            this.paused = false;
            ++this.passed;
            return;
        }
        this.clipEnded();
        if (this.next) this.#go(this.next);
    }

    stepBack() {
        if (this.canGoBack) this.#go(this.stops()[this.place - 1]);
    }

    /** From the beginning of this item. */
    goToItem(item) {
        const first = this.stops().find((stop) => !["rules", "done"].includes(stop.part) && stop.item === item);
        if (first) this.#go(first);
    }

    clipEnded() {
        const { clip } = this;
        if (clip === null) return;
        const seen = { cue: this.order[this.stop.item].cue, cell: clip.cell };
        if (!this.seen.some((other) => other.cue === seen.cue && sameCell(other.cell, seen.cell))) this.seen.push(seen);
    }

    /** How far into the clip it is, in seconds; the film stops where the plan says so. */
    reached(intoClip) {
        const next = this.#nextPause();
        if (!this.paused && next && intoClip >= next.at) this.paused = true;
    }

    /** The prompt that the film stands at; null elsewhere. @returns {ClipPrompt | null} */
    get pause() {
        return this.paused ? this.#nextPause() : null;
    }

    /** What stands beside the film, without stopping it. @returns {ClipPrompt | null} */
    promptAt(intoClip) {
        const last = (this.clip?.prompts ?? []).filter((prompt) => prompt.at <= intoClip).at(-1);
        if (!last || last.stops) return null;
        return intoClip < last.at + Math.max(LEAST_READING_S, READING_S * last.bytes) ? last : null;
    }

    /** What is kept can still become films of this lesson: until the first of them was watched. */
    get takesPicks() {
        const first = this.#firstPicked();
        if (first === this.order.length || this.done) return false;
        const { part, item } = this.stop;
        const before = part === "rules" || item < first || (item === first && part === "before");
        return before && !this.seen.some((seen) => seen.cue === this.order[first].cue);
    }

    /** Other answers were kept: `picked` is of the same plan, week and seed. */
    takePicks(picked) {
        if (!this.takesPicks || picked.order.length !== this.order.length) return;
        const first = this.#firstPicked();
        this.order = this.order.map((item, place) => (place < first ? item : picked.order[place]));
        this.notes = picked.notes;
    }

    /** It was to show what was kept, and nothing was. */
    get picksInVain() {
        return this.cue !== null && showsPicks(this.cue) && this.order[this.stop.item].clips.length === 0;
    }

    /** Goes on where it was in another visit; tolerates any nonsense. @param {Stop} stop */
    resumeAt(stop, seen) {
        this.seen = seen;
        this.stop = stop;
        this.#go(this.stops()[this.place]);
    }

    #go(stop) {
        this.stop = stop;
        this.paused = false;
        this.passed = 0;
    }

    #firstPicked() {
        const first = this.order.findIndex((item) => showsPicks(this.plan.cues[item.cue]));
        return first < 0 ? this.order.length : first;
    }

    #nextPause() {
        return (this.clip?.prompts ?? []).filter((prompt) => prompt.stops)[this.passed] ?? null;
    }
}
