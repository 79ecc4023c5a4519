// A class's way through the grid: position, way, history and bag together. The same rules as
// lessons/walk.cpp and lessons/contrast.cpp; tests/html_edition compares both, step by step.

const RESTART_FROM_S = 3;
const MOST_VISITS = 1000;
const TURN_OF_CONTRASTS = 0xfffffffe;

/**
 * @typedef {"talk" | "whole" | "hang" | "mix"} Way
 * What should be on the screen; every new start of a clip has a new number.
 * @typedef {{number: number, cell: Cell, standing: "playing" | "held" | "absent", failed: boolean}} Cue
 * A cell that was on the screen.
 * @typedef {{cell: Cell, drawn: boolean, failed: boolean, apartFrom: number | null}} Visit
 */

/** @param {Cell} cell @returns {Visit} */
function visitOf(cell, drawn = false) {
    return { cell, drawn, failed: false, apartFrom: null };
}

class Walk {
    /** @param {Grid} grid @param {number} seed */
    constructor(grid, seed) {
        this.grid = grid;
        this.seed = seed;
        /** @type {Way} */
        this.way = "talk";
        /** @type {Scope} */
        this.scope = { people: [], questions: [] };
        /** @type {Boundary | null} */
        this.boundary = null;
        /** @type {Cell[]} */
        this.passedOver = [];
        this.reason = "";
        /** @type {"" | "nothing_plays" | "nobody_differs" | "all_had"} */
        this.noContrast = "";
        this.heardCells = new Set();
        this.ring = { question: null, heard: [], leftAt: 0 };
        this.contrasts = { from: null, had: new Set() };
        /** @type {Bag | null} */
        this.bag = null;
        this.at = 0;
        const person = openingPerson(grid, seed);
        const opening = person === null ? null : playableAfter(grid, { person, question: -1 }, 1);
        /** @type {Visit[]} */
        this.visits = [visitOf(opening ?? { person: 0, question: 0 })];
        /** @type {Cue} */
        this.cue = { number: 0, cell: this.visits[0].cell, standing: "absent", failed: false };
        this.#start(this.visits[0].cell);
    }

    get canGoBack() {
        return this.at > 0;
    }

    /** The person whose path this one differs from, when it came as a contrast. */
    get apartFrom() {
        return this.visits[this.at].apartFrom;
    }

    /** @param {Cell} cell */
    heard(cell) {
        return this.heardCells.has(cell.person * this.grid.questions + cell.question);
    }

    // --- asked for by a person ---

    chooseCell(cell) {
        this.#begin();
        this.#choose(cell);
    }

    choosePerson(person) {
        this.chooseCell({ person, question: this.cue.cell.question });
    }

    chooseQuestion(question) {
        this.#begin();
        const cell = { person: this.cue.cell.person, question };
        if (!contains(this.grid, cell)) return;
        this.#choose(cell);
        if (this.way === "hang") this.#beginRing();
    }

    stepPerson(by) {
        this.#begin();
        const { person, question } = this.cue.cell;
        const cell = { person: roundRing(this.grid, person, by), question };
        if (!sameCell(cell, this.cue.cell)) this.#choose(cell);
    }

    stepQuestion(by) {
        this.#begin();
        const last = Math.max(this.grid.questions - 1, 0);
        const question = Math.min(Math.max(this.cue.cell.question + by, 0), last);
        const cell = { person: this.cue.cell.person, question };
        if (!sameCell(cell, this.cue.cell)) this.#choose(cell);
    }

    next() {
        this.#begin();
        if (this.boundary) {
            this.#crossBoundary();
            return;
        }
        const onward = onwardOf(this);
        if (onward.to) {
            this.#go(onward);
        } else {
            this.boundary = boundaryHere(this);
        }
    }

    back(intoClipS) {
        this.#begin();
        const { standing, cell } = this.cue;
        const restarts = standing === "held" || (standing === "playing" && intoClipS >= RESTART_FROM_S);
        if (restarts || this.at === 0) {
            if (playable(this.grid, cell)) this.#start(cell);
            return;
        }
        const before = this.visits[this.at - 1].cell;
        this.#leaveFor(before);
        --this.at;
        this.#start(before);
    }

    /** The same way again: back to stop and talk. @param {Way} way */
    toggleWay(way) {
        this.setWay(way === this.way ? "talk" : way);
    }

    /** @param {Way} way */
    setWay(way) {
        this.#begin();
        if (way === this.way) return;
        if (this.way === "hang") this.ring.leftAt = this.cue.number;
        this.way = way;
        if (way === "hang") {
            const over = !nextInRing(this) && this.ring.leftAt !== this.cue.number;
            if (this.ring.question !== this.cue.cell.question || over) this.#beginRing();
            if (this.cue.standing === "held") this.#markInRing();
        }
        if (way === "mix") {
            if (this.bag) this.bag.take(this.cue.cell);
            else this.#beginBag();
        }
        this.boundary = null;
        if (this.cue.standing === "held") this.#showBoundary();
        this.#findReason();
    }

    /** @param {number | null} seed null: the one that follows */
    reshuffle(seed = null) {
        this.#begin();
        if (this.way === "hang") this.ring.leftAt = this.cue.number;
        this.way = "mix";
        this.seed = seed ?? nextSeed(this.seed);
        this.bag = new Bag(this.grid, this.scope, this.seed);
        this.visits.length = this.at + 1;
        this.visits[this.at].drawn = false;
        const first = this.bag.next(null);
        if (first) {
            this.#go({ to: first, passed: [], kind: "draw" });
            return;
        }
        this.boundary = boundaryHere(this);
        this.#findReason();
    }

    /** @param {Scope} scope */
    setScope(scope) {
        this.#begin();
        const clean = cleanedScope(scope, this.grid);
        if (JSON.stringify(clean) === JSON.stringify(this.scope)) return;
        this.scope = clean;
        this.bag = null;
        if (this.way !== "mix") return;
        this.#beginBag();
        this.boundary = null;
        if (this.cue.standing === "held") this.#showBoundary();
        this.#findReason();
    }

    /** To whoever differs most from this person and answered the same question; again: the next. */
    contrast() {
        this.#begin();
        if (!playable(this.grid, this.cue.cell)) {
            this.noContrast = "nothing_plays";
            return;
        }
        const goesOn = this.#goingThroughContrasts();
        const to = this.#nextContrast(goesOn);
        if (!to) {
            this.noContrast = goesOn ? "all_had" : "nobody_differs";
            this.contrasts = { from: null, had: new Set() };
            return;
        }
        if (!goesOn) this.contrasts = { from: this.cue.cell, had: new Set() };
        this.contrasts.had.add(to.person);
        this.#choose(to);
        this.visits[this.at].apartFrom = this.contrasts.from.person;
    }

    /** From here on these facts are not said; what is drawn stays the same. @param {boolean[][]} silent */
    setSilent(silent) {
        this.grid.silent = silent;
        this.#findReason();
    }

    // --- reported by the film; what is about an older cue is dropped ---

    /** @param {number} number of the cue whose clip has ended */
    ended(number) {
        if (number !== this.cue.number || this.cue.standing === "absent") return;
        this.#begin();
        this.#markHeard();
        this.#markInRing();
        const next = onwardOf(this);
        if (next.to && this.way !== "talk") {
            this.#go(next);
            return;
        }
        this.cue = { ...this.cue, standing: "held" };
        this.#showBoundary();
    }

    /** @param {number} number of the cue whose film could not be played */
    failed(number) {
        if (number !== this.cue.number || this.cue.standing === "absent") return;
        this.noContrast = ""; // passedOver is kept: films that fail one after another are said in one line
        this.#markInRing();
        this.cue = { ...this.cue, standing: "absent", failed: true };
        this.visits[this.at].failed = true;
        if (this.way === "talk") return;
        const next = onwardOf(this);
        if (!next.to) {
            this.boundary = boundaryHere(this);
            return;
        }
        this.passedOver = [...this.passedOver, this.cue.cell, ...next.passed];
        // Taken out of the history: a film that cannot be played must not bar the way back.
        if (next.kind === "again") {
            this.visits.splice(this.at, 1);
        } else {
            this.visits.length = this.at + 1;
            this.visits[this.at] = this.#arrival(next);
        }
        if (this.at > 0 && sameCell(this.visits[this.at - 1].cell, this.visits[this.at].cell)) {
            this.visits.splice(this.at, 1);
            --this.at;
        }
        this.#start(next.to);
    }

    // --- how it is done ---

    #begin() {
        this.passedOver = [];
        this.noContrast = "";
    }

    #choose(cell) {
        if (!contains(this.grid, cell)) return;
        this.#leaveFor(cell);
        if (this.way === "mix") this.bag.take(cell);
        this.#visit(visitOf(cell));
        this.#start(cell);
    }

    #go(onward) {
        this.#leaveFor(onward.to);
        this.passedOver = onward.passed;
        if (onward.kind === "again") ++this.at;
        else this.#visit(this.#arrival(onward));
        this.#start(onward.to);
    }

    #arrival(onward) {
        if (onward.kind !== "draw") return visitOf(onward.to);
        const first = this.bag.untouched;
        this.bag.take(onward.to);
        return visitOf(onward.to, !first);
    }

    #crossBoundary() {
        const boundary = this.boundary;
        if (boundary.kind === "mix") {
            this.reshuffle(boundary.nextSeed);
        } else if (boundary.next) {
            const passed = passedOverBoundary(this, boundary.kind, boundary.next);
            this.#go({ to: boundary.next, passed, kind: "step" });
        }
    }

    #leaveFor(cell) {
        if (sameCell(cell, this.cue.cell)) return;
        if (this.cue.standing === "playing") this.#markHeard();
        this.#markInRing();
    }

    /** A restart of the same cell leaves the history as it is. */
    #visit(visit) {
        if (sameCell(visit.cell, this.visits[this.at].cell)) return;
        this.visits.length = this.at + 1;
        this.visits.push(visit);
        if (this.visits.length > MOST_VISITS) this.visits.shift();
        this.at = this.visits.length - 1;
    }

    #start(cell) {
        const standing = playable(this.grid, cell) ? "playing" : "absent";
        this.cue = { number: this.cue.number + 1, cell, standing, failed: false };
        this.boundary = null;
        this.visits[this.at].failed = false;
        if (this.way === "hang" && this.ring.question !== cell.question) this.#beginRing();
        this.#findReason();
    }

    #beginBag() {
        this.seed = seedGoingOnFrom(this.grid, this.scope, this.seed, this.cue.cell);
        this.bag = new Bag(this.grid, this.scope, this.seed);
        this.visits[this.at].drawn = false;
        this.bag.take(this.cue.cell);
    }

    #beginRing() {
        this.ring.question = this.cue.cell.question;
        this.ring.heard = new Array(this.grid.people).fill(false);
    }

    #markHeard() {
        const { person, question } = this.cue.cell;
        this.heardCells.add(person * this.grid.questions + question);
    }

    #markInRing() {
        if (this.way === "hang") this.ring.heard[this.cue.cell.person] = true;
    }

    #showBoundary() {
        if (!onwardOf(this).to) this.boundary = boundaryHere(this);
    }

    #findReason() {
        this.reason = "";
        if (this.way !== "mix" || !this.visits[this.at].drawn) return;
        const before = lastShown(this, this.at);
        if (before) this.reason = contrastBetween(this.grid, before.person, this.cue.cell.person);
    }

    #goingThroughContrasts() {
        const from = this.contrasts.from;
        const here = this.cue.cell;
        return (
            from !== null &&
            from.question === here.question &&
            (from.person === here.person || this.apartFrom === from.person)
        );
    }

    /** Who was not heard yet comes before who was; chance decides between people who differ as much. */
    #nextContrast(goesOn) {
        const from = goesOn ? this.contrasts.from : this.cue.cell;
        let best = null;
        let found = null;
        for (let person = 0; person < this.grid.people; ++person) {
            const cell = { person, question: from.question };
            if (person === from.person || !playable(this.grid, cell)) continue;
            if (goesOn && this.contrasts.had.has(person)) continue;
            const apart = factsApart(this.grid, from.person, person);
            if (apart === 0) continue;
            const ofPerson = lot(this.seed, TURN_OF_CONTRASTS, from.person);
            const rank = [this.heard(cell) ? 1 : 0, -apart, lot(ofPerson, from.question, person)];
            if (best === null || ranksBefore(rank, best)) {
                best = rank;
                found = cell;
            }
        }
        return found;
    }
}
