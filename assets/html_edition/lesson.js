// A lesson under way: a plan's steps, where the class is in them, and the bell. As lessons/lesson.cpp.

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
     * @param {() => number} clock in seconds
     */
    constructor(plan, week, seed, picked, clock = () => Date.now() / 1000) {
        this.plan = plan;
        this.week = week;
        this.seed = seed;
        this.order = picked.order;
        this.notes = picked.notes;
        /** @type {{cue: number, cell: Cell}[]} */
        this.seen = [];
        this.paused = false; // the film stands at a prompt of its clip
        this.passed = 0; // prompts of this clip at which it has stopped
        this.clock = clock;
        /** @type {{length: number, ends: number} | null} the time to talk: given, and until when */
        this.timer = null;
        /** @type {number | null} when it rings, by the clock */
        this.bell = null;
        this.room = { pupils: 0, headsets: 0 };
        this.fitting = ""; // how it fits; empty without a bell
        this.stop = this.stops()[0];
        this.#beginTimer();
    }

    /** Everything that comes in this meeting, in order; what was left out has no stops. @returns {Stop[]} */
    stops() {
        const { plan, order } = this;
        const stops = [];
        if (plan.rules.length > 0 || plan.content_note !== "" || plan.help_card) stops.push({ part: "rules", item: 0, clip: 0 });
        order.forEach((item, place) => {
            if (!item.kept) return;
            const cue = plan.cues[item.cue];
            const before = cue.before.length > 0 || cue.content_note !== "";
            // A step that a plan leaves without words still says what it is.
            if (before || (item.clipsKept === 0 && cue.after.length === 0)) stops.push({ part: "before", item: place, clip: 0 });
            for (let clip = 0; clip < item.clipsKept; ++clip) stops.push({ part: "clip", item: place, clip });
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

    /** In seconds, less than nothing once it has run over; null without time to talk. */
    get timeLeft() {
        return this.timer && Math.ceil(this.timer.ends - this.clock());
    }

    /** In seconds; null without a bell. */
    get untilBell() {
        return this.bell && Math.floor(this.bell - this.clock());
    }

    extend(seconds) {
        if (!this.timer) return;
        this.timer.ends = Math.max(this.timer.ends, this.clock()) + seconds;
        this.timer.length += seconds;
        this.#planAgain(this.stop.item + 1, this.#itemEnds());
    }

    /** @param {number | null} rings by the clock; null: no bell @param {{pupils: number, headsets: number}} room */
    setBell(rings, room) {
        this.bell = rings;
        this.room = room;
        this.order = withRoom(this.order, this.plan, room);
        const now = this.clock();
        const { part, item } = this.stop;
        if (rings === null) {
            this.order = asPlanned(this.order, this.cue === null ? 0 : item + 1);
            this.fitting = "";
        } else if (this.cue === null) {
            this.#planAgain(this.done ? this.order.length : 0, now);
        } else if (part === "before" && (!this.timer || this.timer.ends - now === this.order[item].talkGiven)) {
            this.#planAgain(item, now); // nothing of it has passed
            this.#beginTimer();
        } else {
            this.#planAgain(item + 1, this.#itemEnds());
        }
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

    /** From the beginning of this item; chosen by hand, it is wanted. */
    goToItem(item) {
        if (item >= this.order.length) return;
        if (!this.order[item].kept) this.order = this.order.map((one, place) => (place === item ? asPlanned([one])[0] : one));
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
        this.setBell(this.bell, this.room);
    }

    /** It was to show what was kept, and nothing was. */
    get picksInVain() {
        return this.cue !== null && showsPicks(this.cue) && this.order[this.stop.item].clips.length === 0;
    }

    /**
     * Goes on where it was in another visit; tolerates any nonsense.
     * @param {Stop} stop @param {{bell: number | null, room: {pupils: number, headsets: number}}} time
     */
    resumeAt(stop, seen, { bell, room }) {
        this.room = room;
        this.order = withRoom(this.order, this.plan, room);
        this.seen = seen;
        this.stop = stop;
        this.stop = this.stops()[this.place];
        this.bell = bell;
        this.#beginTimer();
        if (!this.done) this.#planAgain(this.cue === null ? 0 : this.stop.item + 1, this.#itemEnds());
    }

    #go(stop) {
        const onward = this.cue === null ? stop.part !== "rules" : stop.item > this.stop.item;
        this.stop = stop;
        this.paused = false;
        this.passed = 0;
        if (onward) this.#planAgain(stop.item, this.clock());
        this.#beginTimer();
        if (!onward) this.#planAgain(stop.item + 1, this.#itemEnds());
    }

    /** The time to talk belongs to the prompt after the clips, or to the only one there is. */
    #beginTimer() {
        const { cue, stop } = this;
        const talks = cue !== null && (stop.part === "after" || (stop.part === "before" && cue.after.length === 0));
        const given = talks ? this.order[stop.item].talkGiven : 0;
        this.timer = given > 0 ? { length: given, ends: this.clock() + given } : null;
    }

    /** When the present item is likely to be over. */
    #itemEnds() {
        const now = this.clock();
        if (this.timer) return Math.max(now, this.timer.ends);
        if (this.cue === null || this.stop.part === "after") return now;
        const item = this.order[this.stop.item];
        const first = this.stop.part === "clip" ? this.stop.clip : 0;
        const films = item.clips.slice(first, Math.max(first, item.clipsKept));
        return now + item.talkGiven + films.reduce((sum, clip) => sum + clip.length * item.rounds, 0);
    }

    #planAgain(from, at) {
        if (this.bell === null || from >= this.order.length) return;
        // A step that has begun is not taken from under the class.
        const begins = from === this.stop.item && this.cue !== null;
        this.order = this.order.map((item, place) => ({ ...item, begun: place === from && begins }));
        // The clock has gone on by a hair since the bell was set.
        const fitted = new Fitter(this.order, from, Math.round(this.bell - at)).fit();
        this.order = fitted.order.map((item) => ({ ...item, begun: false }));
        this.fitting = fitted.sentence;
    }

    #firstPicked() {
        const first = this.order.findIndex((item) => showsPicks(this.plan.cues[item.cue]));
        return first < 0 ? this.order.length : first;
    }

    #nextPause() {
        return (this.clip?.prompts ?? []).filter((prompt) => prompt.stops)[this.passed] ?? null;
    }
}
