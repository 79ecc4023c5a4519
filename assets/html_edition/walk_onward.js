// Where a walk leads to: asks only, changes nothing. The same rules as lessons/walk_onward.cpp.

/**
 * Where playing on leads to; `to` is null when the way is at its end.
 * @typedef {{to: Cell | null, passed: Cell[], kind: "step" | "draw" | "again"}} Onward
 *
 * Where a way has come to its end, and what one more "next" does.
 * @typedef {{kind: "person" | "question", next: Cell | null} | {kind: "mix", nextSeed: number}} Boundary
 */

/** The first playable cell after `cell`, question by question. @returns {Cell | null} */
function playableAfter(grid, cell, by) {
    for (let question = cell.question + by; question >= 0 && question < grid.questions; question += by) {
        const candidate = { person: cell.person, question };
        if (playable(grid, candidate)) return candidate;
    }
    return null;
}

function roundRing(grid, person, by) {
    return grid.people === 0 ? person : (((person + by) % grid.people) + grid.people) % grid.people;
}

/** @param {Walk} walk @returns {Onward} */
function onwardOf(walk) {
    if (walk.way === "hang") return onwardByPerson(walk);
    if (walk.way === "mix") return onwardByDraw(walk);
    return onwardByQuestion(walk);
}

function onwardByQuestion(walk) {
    const here = walk.cue.cell;
    const to = playableAfter(walk.grid, here, 1);
    const passed = [];
    for (let question = here.question + 1; to && question < to.question; ++question) {
        passed.push({ person: here.person, question });
    }
    return { to, passed, kind: "step" };
}

function onwardByPerson(walk) {
    const here = walk.cue.cell;
    const again = walk.visits[walk.at + 1]?.cell;
    if (again && again.question === here.question && playable(walk.grid, again)) {
        return { to: again, passed: [], kind: "again" };
    }
    const to = nextInRing(walk);
    const passed = [];
    for (let by = 1; to; ++by) {
        const cell = { person: roundRing(walk.grid, here.person, by), question: here.question };
        if (sameCell(cell, to)) break;
        if (!playable(walk.grid, cell)) passed.push(cell);
    }
    return { to, passed, kind: "step" };
}

/** Who is next round the ring and was not heard yet. @returns {Cell | null} */
function nextInRing(walk) {
    const { person, question } = walk.cue.cell;
    const begun = walk.ring.question === question;
    for (let by = 1; by < walk.grid.people; ++by) {
        const cell = { person: roundRing(walk.grid, person, by), question };
        if (begun && walk.ring.heard[cell.person]) continue;
        if (playable(walk.grid, cell)) return cell;
    }
    return null;
}

function onwardByDraw(walk) {
    const again = walk.visits[walk.at + 1]?.cell;
    if (again && walk.bag.isTaken(again)) return { to: again, passed: [], kind: "again" };
    return { to: walk.bag.next(lastShown(walk, walk.at + 1)), passed: [], kind: "draw" };
}

/** The last cell whose clip could be seen, of the first `visits` in the history. @returns {Cell | null} */
function lastShown(walk, visits) {
    while (visits-- > 0) {
        const visit = walk.visits[visits];
        if (playable(walk.grid, visit.cell) && !visit.failed) return visit.cell;
    }
    return null;
}

/** @param {Walk} walk @returns {Boundary} */
function boundaryHere(walk) {
    if (walk.way === "hang") return { kind: "question", next: firstOfNextQuestion(walk) };
    if (walk.way === "mix") return { kind: "mix", nextSeed: nextSeed(walk.seed) };
    return { kind: "person", next: firstOfNextPerson(walk) };
}

function firstOfNextPerson(walk) {
    for (let by = 1; by < walk.grid.people; ++by) {
        const person = roundRing(walk.grid, walk.cue.cell.person, by);
        const first = playableAfter(walk.grid, { person, question: -1 }, 1);
        if (first) return first;
    }
    return null;
}

function firstOfNextQuestion(walk) {
    for (let question = walk.cue.cell.question + 1; question < walk.grid.questions; ++question) {
        for (let by = 0; by < walk.grid.people; ++by) {
            const cell = { person: roundRing(walk.grid, walk.cue.cell.person, by), question };
            if (playable(walk.grid, cell)) return cell;
        }
    }
    return null;
}

/** Cells that are passed over on the way over a boundary. @param {Walk} walk @param {Cell} first */
function passedOverBoundary(walk, kind, first) {
    const passed = [];
    if (kind === "person") {
        for (let question = 0; question < first.question; ++question) passed.push({ person: first.person, question });
        return passed;
    }
    let { person, question } = walk.cue.cell;
    while (++question < first.question) passed.push({ person, question });
    for (; person !== first.person; person = roundRing(walk.grid, person, 1)) passed.push({ person, question });
    return passed;
}

/** The nearest playable cells to an absent one, no cell twice. @param {Walk} walk @returns {Cell[]} */
function nearestOf(walk) {
    const here = walk.cue.cell;
    const beside = (by) => {
        for (let step = 1, person = here.person; step < walk.grid.people; ++step) {
            person = roundRing(walk.grid, person, by);
            if (playable(walk.grid, { person, question: here.question })) return { person, question: here.question };
        }
        return null;
    };
    const found = [];
    for (const cell of [playableAfter(walk.grid, here, -1), playableAfter(walk.grid, here, 1), beside(-1), beside(1)]) {
        if (cell && !found.some((other) => sameCell(other, cell))) found.push(cell);
    }
    return found;
}

/**
 * What may come next by the way itself; for making films ready. What a mix brings is never shown.
 * @param {Walk} walk @returns {Cell | null}
 */
function upcomingOf(walk) {
    const onward = onwardOf(walk).to;
    if (onward) return onward;
    const boundary = boundaryHere(walk);
    return boundary.kind === "mix" ? null : boundary.next;
}

/** Where it goes on by itself when the clip has ended. @param {Walk} walk @returns {Cell | null} */
function playsOnTo(walk) {
    return walk.way === "talk" || walk.cue.standing !== "playing" ? null : onwardOf(walk).to;
}
