// The fair mix: a bag of cells without repeats. The same draws as lessons/bag.cpp.

const MOST_TRIES_PER_CELL = 40;

/** @param {Cell | null} a @param {Cell | null} b */
function sameCell(a, b) {
    return a !== null && b !== null && a.person === b.person && a.question === b.question;
}

/** @param {Grid} grid @param {Cell} cell */
function contains(grid, cell) {
    return cell.person >= 0 && cell.person < grid.people && cell.question >= 0 && cell.question < grid.questions;
}

/** @param {Grid} grid @param {Cell} cell */
function playable(grid, cell) {
    return contains(grid, cell) && grid.playable[cell.person * grid.questions + cell.question];
}

/**
 * What a mix is drawn from; an empty list means all.
 * @typedef {{people: number[], questions: number[]}} Scope
 */

/** Without what is outside the grid, sorted, nothing twice. @param {Scope} scope @param {Grid} grid @returns {Scope} */
function cleanedScope(scope, grid) {
    const cleaned = (places, count) =>
        [...new Set(places)].filter((place) => place >= 0 && place < count).sort((a, b) => a - b);
    return { people: cleaned(scope.people, grid.people), questions: cleaned(scope.questions, grid.questions) };
}

/** Whether rank `a` comes before rank `b`: lower is better, one place after another. */
function ranksBefore(a, b) {
    for (let place = 0; place < a.length; ++place) {
        if (a[place] !== b[place]) return a[place] < b[place];
    }
    return false;
}

class Bag {
    /** Full. @param {Grid} grid @param {Scope} scope @param {number} seed */
    constructor(grid, scope, seed) {
        const clean = cleanedScope(scope, grid);
        const holds = (places, place) => places.length === 0 || places.includes(place);
        this.grid = grid;
        this.seed = seed;
        /** @type {Set<number>[]} */
        this.left = [];
        this.turns = new Array(grid.people).fill(0);
        this.taken = new Set();
        for (let person = 0; person < grid.people; ++person) {
            const questions = new Set();
            for (let question = 0; holds(clean.people, person) && question < grid.questions; ++question) {
                if (holds(clean.questions, question) && playable(grid, { person, question })) questions.add(question);
            }
            this.left.push(questions);
        }
    }

    get leftAll() {
        return this.left.reduce((sum, questions) => sum + questions.size, 0);
    }

    get untouched() {
        return this.taken.size === 0;
    }

    /** Still to be drawn. @param {Cell} cell */
    contains(cell) {
        return this.left[cell.person]?.has(cell.question) ?? false;
    }

    /** @param {Cell} cell */
    isTaken(cell) {
        return this.taken.has(cell.person * this.grid.questions + cell.question);
    }

    /** Drawn or by hand: it counts as that person's turn. @param {Cell} cell */
    take(cell) {
        if (!this.contains(cell)) return;
        this.left[cell.person].delete(cell.question);
        this.taken.add(cell.person * this.grid.questions + cell.question);
        ++this.turns[cell.person];
    }

    /**
     * The next draw after `previous`, without drawing it.
     * @param {Cell | null} previous @returns {Cell | null} null when the bag is empty
     */
    next(previous) {
        const turn = this.taken.size;
        const before = turn === 0 ? null : previous;
        let best = null;
        let person = -1;
        this.left.forEach((questions, candidate) => {
            if (questions.size === 0) return;
            const rank = [this.turns[candidate], 0, 0, 0, lot(this.seed, 2 * turn, candidate)];
            if (before) {
                const onlyTheSame = questions.size === 1 && questions.has(before.question);
                rank[1] = candidate === before.person ? 1 : 0;
                rank[2] = onlyTheSame ? 1 : 0;
                rank[3] = -factsApart(this.grid, before.person, candidate);
            }
            if (best === null || ranksBefore(rank, best)) {
                best = rank;
                person = candidate;
            }
        });
        if (best === null) return null;

        let bestAnswer = null;
        let question = -1;
        for (const candidate of this.left[person]) {
            const rank = [before?.question === candidate ? 1 : 0, lot(this.seed, 2 * turn + 1, candidate)];
            if (bestAnswer === null || ranksBefore(rank, bestAnswer)) {
                bestAnswer = rank;
                question = candidate;
            }
        }
        return { person, question };
    }
}

/** Whether the full `bag`, with this seed in place of its own, begins with `cell`. */
function beginsWith(bag, seed, cell) {
    const personLot = lot(seed, 0, cell.person);
    const earlierPerson = bag.left.some(
        (questions, person) => person !== cell.person && questions.size > 0 && lot(seed, 0, person) < personLot,
    );
    if (earlierPerson) return false;
    const questionLot = lot(seed, 1, cell.question);
    for (const question of bag.left[cell.person]) {
        if (question !== cell.question && lot(seed, 1, question) < questionLot) return false;
    }
    return true;
}

/**
 * The first seed from `from` on whose mix begins with `cell`, so that the seed that is shown repeats
 * a mix that was begun where one was; see docs/mix.md, "Going into a mix".
 * @param {Grid} grid @param {Scope} scope @param {number} from @param {Cell} cell @returns {number}
 */
function seedGoingOnFrom(grid, scope, from, cell) {
    const full = new Bag(grid, scope, from);
    const drawable = full.contains(cell);
    const mostTries = MOST_TRIES_PER_CELL * (drawable ? full.leftAll : 1);
    for (let tries = 0, seed = from; tries < mostTries; ++tries, seed = nextSeed(seed)) {
        if (drawable) {
            if (beginsWith(full, seed, cell)) return seed;
            continue;
        }
        full.seed = seed;
        const first = full.next(null);
        if (first === null || (first.person !== cell.person && first.question !== cell.question)) return seed;
    }
    return from;
}

/**
 * Who a sitting opens on.
 * @param {Grid} grid @param {number} seed @returns {number | null} null when nothing can be played
 */
function openingPerson(grid, seed) {
    let drawn = null;
    for (let person = 0; person < grid.people; ++person) {
        const answers = grid.playable.slice(person * grid.questions, (person + 1) * grid.questions);
        if (!answers.includes(true)) continue;
        if (drawn === null || lot(seed, 0xffffffff, person) < lot(seed, 0xffffffff, drawn)) drawn = person;
    }
    return drawn;
}
