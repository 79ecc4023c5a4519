// What has to be left out so that a lesson ends before the bell. As lessons/running_order.cpp, whose
// header says the order in which things go. All times in whole seconds.

const LEAST_TALK_S = 30;
const SHARE_A_HEADSET = 2;
const MOST_OF_A_ROOM = 600;

/** @param {OrderItem} item @returns {number} of the clips that are kept, in all rounds */
function clipsTime(item) {
    return item.clips.slice(0, item.clipsKept).reduce((sum, clip) => sum + clip.length, 0) * item.rounds;
}

/** @param {OrderItem} item @returns {number} that it takes; nothing when it is left out */
function timeOf(item) {
    return item.kept ? clipsTime(item) + item.talkGiven : 0;
}

/** "1 min", "2 min 30 s" */
function durationText(seconds) {
    const whole = Math.trunc(seconds / 60);
    const rest = seconds % 60;
    if (whole === 0) return _("{} s", rest);
    return rest === 0 ? _("{} min", whole) : _("{} min {} s", whole, rest);
}

/** Whole minutes, and half ones to the even number beside them, as the program has it. */
function wholeMinutes(seconds) {
    const below = Math.floor(seconds / 60);
    const rest = seconds - below * 60;
    return below + (rest > 30 || (rest === 30 && below % 2 === 1) ? 1 : 0);
}

/** Everything as planned, from this item on. @param {OrderItem[]} order */
function asPlanned(order, from = 0) {
    return order.map((item, place) => (place < from ? item : { ...item, kept: true, clipsKept: item.clips.length, talkGiven: item.talk, why: "" }));
}

/** Two share a headset; without headsets all watch together. @param {OrderItem[]} order @param {Plan} plan */
function withRoom(order, plan, { pupils, headsets }) {
    const atOnce = headsets * SHARE_A_HEADSET;
    const rounds = (item) => (plan.cues[item.cue].headsets && pupils > 0 && atOnce > 0 ? Math.ceil(pupils / atOnce) : 1);
    return order.map((item) => ({ ...item, rounds: rounds(item) }));
}

/**
 * "35 minutes, 28 pupils, 12 headsets": a letter behind a number says which it is, else its place.
 * @returns {{minutes: number, pupils: number, headsets: number} | null} null without minutes
 */
function bellFromText(text) {
    const wish = { minutes: 0, pupils: 0, headsets: 0 };
    const names = Object.keys(wish);
    // A number that nobody can mean does not count.
    const numbers = [...text.matchAll(/(\d+)(?= *(.?))/gs)].filter(([, digits]) => Number(digits) < 2 ** 31);
    numbers.forEach(([, digits, letter], place) => {
        const name = { m: "minutes", p: "pupils", h: "headsets" }[letter] ?? names[place];
        if (name) wish[name] = Math.min(Number(digits), MOST_OF_A_ROOM);
    });
    return wish.minutes > 0 ? wish : null;
}

class Fitter {
    /** @param {OrderItem[]} order @param {number} from what is before it stays @param {number} left */
    constructor(order, from, left) {
        this.order = asPlanned(order, from);
        this.from = from;
        this.left = Math.max(0, left);
        this.plenaryAsItCan = false;
    }

    /** @returns {{order: OrderItem[], sentence: string}} */
    fit() {
        this.#leaveOutSteps(true);
        this.#leaveOutClips();
        this.#leaveOutSteps(false);
        this.#shortenPlenary();
        if (this.#tooLong) this.plenaryAsItCan = true;
        this.#takeBack();
        this.#shareTalk();
        const inTime = !this.#tooLong;
        const changes = this.#explain();
        return { order: this.order, sentence: this.#sentence(inTime, changes) };
    }

    get #coming() {
        return this.order.slice(this.from);
    }

    #shortestTalk(item) {
        if (item.plenary && this.plenaryAsItCan) return 0;
        return Math.min(item.talk, Math.max(LEAST_TALK_S, Math.trunc(item.talk / 2)));
    }

    /** With every talk as short as it may be. */
    get #leastTime() {
        return this.#coming.reduce((sum, item) => sum + (item.kept ? clipsTime(item) + this.#shortestTalk(item) : 0), 0);
    }

    get #tooLong() {
        return this.#leastTime > this.left;
    }

    #leaveOutSteps(onlyOptional) {
        for (let place = this.order.length - 1; place >= this.from && this.#tooLong; --place) {
            const item = this.order[place];
            const mayGo = item.kept && !item.locked && !item.plenary && !item.begun;
            if (mayGo && (item.optional || !onlyOptional)) item.kept = false;
        }
    }

    #leaveOutClips() {
        while (this.#tooLong) {
            let most = null;
            for (const item of this.#coming) {
                if (item.kept && !item.locked && item.clipsKept > 1 && (most === null || item.clipsKept >= most.clipsKept)) most = item;
            }
            if (most === null) return;
            --most.clipsKept;
        }
    }

    /** The plenary gives up its clips before it would run over. */
    #shortenPlenary() {
        const last = this.#coming.at(-1);
        if (!last || last.locked) return;
        while (this.#tooLong && last.clipsKept > 0) --last.clipsKept;
    }

    #takeBack() {
        for (const item of this.#coming) {
            if (item.kept) continue;
            item.kept = true;
            if (this.#tooLong) item.kept = false;
        }
        for (const item of this.#coming) {
            while (item.kept && item.clipsKept < item.clips.length) {
                ++item.clipsKept;
                if (this.#tooLong) {
                    --item.clipsKept;
                    break;
                }
            }
        }
    }

    /** The plenary first, then everybody's share of what is left. */
    #shareTalk() {
        let spare = Math.max(0, this.left - this.#leastTime);
        const coming = this.#coming;
        for (const item of coming) item.talkGiven = item.kept ? this.#shortestTalk(item) : 0;
        const plenary = coming.at(-1);
        if (plenary) {
            const more = Math.min(plenary.talk - plenary.talkGiven, spare);
            plenary.talkGiven += more;
            spare -= more;
        }
        const wanted = coming.reduce((sum, item) => sum + (item.kept ? item.talk - item.talkGiven : 0), 0);
        if (wanted <= 0) return;
        const shared = Math.min(spare, wanted);
        for (const item of coming) {
            if (item.kept) item.talkGiven += Math.trunc(((item.talk - item.talkGiven) * shared) / wanted);
        }
    }

    #explain() {
        const changes = { steps: 0, clips: 0, shortened: false };
        for (const item of this.#coming) {
            item.why = "";
            if (!item.kept) {
                ++changes.steps;
                const needs = durationText(item.talk + item.clips.reduce((sum, clip) => sum + clip.length, 0) * item.rounds);
                item.why = item.optional ? _("Left out: {} does not fit before the bell, and the plan can do without it", needs) : _("Left out: {} does not fit before the bell", needs);
                continue;
            }
            const fewer = item.clips.length - item.clipsKept;
            const shorter = item.talk - item.talkGiven;
            changes.clips += fewer;
            const whys = [];
            if (fewer > 0) whys.push(_("{} of {} clips", item.clipsKept, item.clips.length));
            if (shorter >= LEAST_TALK_S) {
                whys.push(_("{} less to talk", durationText(shorter)));
                changes.shortened = true;
            }
            item.why = whys.join(", ");
        }
        return changes;
    }

    #sentence(inTime, { steps, clips, shortened }) {
        const needed = durationText(this.#coming.reduce((sum, item) => sum + timeOf(item), 0));
        const left = durationText(this.left);
        if (!inTime) return _("What must stay takes {}, and there are {}: it will run over", needed, left);
        const changes = [];
        if (steps > 0) changes.push(plural("{} step left out", "{} steps left out", steps));
        if (clips > 0) changes.push(plural("{} clip left out", "{} clips left out", clips));
        if (shortened) changes.push(_("less time to talk"));
        return _("Fits: {} of {}, {}", needed, left, changes.join(", ") || _("everything as planned"));
    }
}
