// The lesson that is under way in this page, between film and prompts; kept for another visit.

const LONGEST_BELL = 80; // letters of what is written into its field

class LessonDesk {
    /** @param {App} app @param {number} seed */
    constructor(app, seed) {
        this.app = app;
        this.plans = app.module.plans;
        this.seed = seed;
        /** @type {Lesson | null} */
        this.lesson = null;
        /** By the plan's id: the week that comes next, and who was heard before it, by their ids. */
        this.weeks = {};
        this.mutedByCue = false;
        this.beside = null; // the prompt that stands beside the film
        this.bellWritten = ""; // for the lesson that begins next
        this.place = `crosscut lesson ${app.module.id}`;
        this.#resume();
    }

    /** Whether its steps are what Next and Previous lead through. */
    get underWay() {
        return this.lesson !== null && ["stage", "lesson"].includes(this.app.place);
    }

    get coversJobs() {
        return this.lesson?.cue?.job_last ?? false;
    }

    nextWeek(plan) {
        return Math.min(Math.max(Number(this.weeks[plan.id]?.next) || 1, 1), plan.weeks);
    }

    /** The lesson as it would begin. @param {Plan} plan */
    draft(plan) {
        const week = this.nextWeek(plan);
        const lesson = new Lesson(plan, week, this.seed, this.#picks(plan, week, this.seed));
        const wish = bellFromText(this.bellWritten);
        if (wish) lesson.setBell(lesson.clock() + 60 * wish.minutes, wish);
        return lesson;
    }

    /** Fits the lesson under way to another bell. @returns {boolean} false where nothing can be made of the words */
    tellBell(text) {
        const wish = bellFromText(text);
        if (!wish && text.trim() !== "") return false;
        const { lesson } = this;
        lesson.setBell(wish ? lesson.clock() + 60 * wish.minutes : null, wish ?? { pupils: 0, headsets: 0 });
        this.bellWritten = text;
        this.#save();
        this.app.views.lesson.show();
        return true;
    }

    start(plan) {
        this.lesson = this.draft(plan);
        this.seed = nextSeed(this.seed);
        this.app.act((walk) => walk.setWay("talk"));
        this.#showStep();
    }

    end() {
        const { lesson } = this;
        if (lesson.done && lesson.plan.weeks > 1) {
            const next = (lesson.week % lesson.plan.weeks) + 1;
            const heard = lesson.seen.map((seen) => this.app.module.people[seen.cell.person].id);
            const before = this.weeks[lesson.plan.id]?.heard ?? [];
            this.weeks[lesson.plan.id] = { next, heard: next === 1 ? [] : [...before, ...heard] };
        }
        this.lesson = null;
        this.bellWritten = "";
        this.#mute(false);
        this.app.coverJobs();
        this.app.show("lesson");
        this.#save();
    }

    goOn() {
        const { lesson, app } = this;
        if (lesson.takesPicks) lesson.takePicks(this.#picks(lesson.plan, lesson.week, lesson.seed));
        const { item } = lesson.stop;
        const covered = this.coversJobs;
        const wasPaused = lesson.paused;
        lesson.goOn();
        if (covered && lesson.stop.item > item) {
            // The guesses were made: whom the step showed is uncovered, also where the settings cover everybody.
            for (const clip of lesson.order[item].clips) app.words.uncovered.add(clip.cell.person);
        }
        this.#showStep(wasPaused);
    }

    stepBack() {
        this.lesson.stepBack();
        this.#showStep();
    }

    goToItem(item) {
        this.lesson.goToItem(item);
        this.#showStep();
    }

    /** The film of the step that the class is at. */
    filmOfStep() {
        if (this.lesson?.clip && !this.lesson.paused) this.#showStep();
        else this.app.show("lesson");
    }

    extend() {
        if (!this.lesson?.timer) return;
        this.lesson.extend(120);
        this.#save();
        this.app.views.lesson.show();
    }

    /** "1:30", or "0:10 over"; empty where there is no time to talk. */
    get timerText() {
        const left = this.lesson?.timeLeft ?? null;
        if (left === null) return "";
        return left < 0 ? _("{} over", clockText(-left)) : clockText(left);
    }

    /** What the film reports: where it is, and whether it has ended. */
    follow() {
        const { lesson, app } = this;
        this.beside = null;
        if (!this.underWay || app.place !== "stage" || !this.#clipIsShown()) return;
        const { position } = app.film;
        this.beside = lesson.promptAt(position);
        if (app.walk.cue.standing === "held") {
            lesson.clipEnded();
        } else if (app.film.wanted && !lesson.paused) {
            lesson.reached(position);
            if (lesson.paused) this.#showStep();
        }
    }

    /** On the stage the lesson has one line: where the class is, and what comes next. */
    lineOnStage() {
        const { lesson, app } = this;
        if (!this.underWay || !lesson.clip) return null;
        const next = nextStepText(lesson, app.words);
        if (!this.#clipIsShown()) return { text: _("Beside the lesson: F5 goes back to it"), next };
        return { text: this.beside ? lineOfBlocks(this.beside.blocks, app.words) : app.words.withoutJobs(lesson.cue.title), next };
    }

    #clipIsShown() {
        const { clip } = this.lesson;
        return clip !== null && sameCell(clip.cell, this.app.walk.cue.cell);
    }

    /** The film for a clip, the words for everything else. */
    #showStep(goesOn = false) {
        const { lesson, app } = this;
        app.coverJobs();
        const { clip } = lesson;
        this.#save();
        if (clip === null || lesson.paused) {
            app.film.pause();
            app.playedBefore = false;
            app.show("lesson");
            app.views.lesson.bringToSight();
            return;
        }
        this.#mute(!lesson.cue.sound);
        if (goesOn && this.#clipIsShown()) {
            app.show("stage");
            app.film.play();
        } else {
            app.choose(clip.cell);
        }
    }

    /** For a step that is watched without sound; afterwards it is as it was. */
    #mute(silent) {
        if (silent === this.mutedByCue || (silent && this.app.film.muted)) return;
        this.app.film.setMuted(silent);
        this.mutedByCue = silent;
    }

    #picks(plan, week, seed) {
        const { module, walk, notebook, words } = this.app;
        const heard = this.weeks[plan.id]?.heard ?? [];
        const source = {
            grid: walk.grid,
            labels: module.questions.map((_, place) => words.label(place)),
            lengths: module.cells.map((cell) => cell.length ?? null),
            picked: notebook.pins.map((pin) => notebook.cellOf(pin)).filter((cell) => cell !== null),
            heard: heard.map((id) => module.people.findIndex((person) => person.id === id)).filter((place) => place >= 0),
        };
        return new PlanPicker(source, seed).pick(plan, week);
    }

    #save() {
        const { lesson, weeks } = this;
        const { people, questions } = this.app.module;
        const seen = lesson?.seen.map(({ cue, cell }) => ({ cue, person: people[cell.person].id, question: questions[cell.question].id }));
        const under = lesson && { plan: lesson.plan.id, week: lesson.week, seed: lesson.seed, stop: lesson.stop, seen, bell: lesson.bell, room: lesson.room, written: this.bellWritten };
        kept.write(this.place, { weeks, lesson: under });
    }

    /** Of what was kept only what is as it was written. */
    #resume() {
        const read = kept.read(this.place);
        for (const { id } of this.plans) {
            const week = read?.weeks?.[id];
            if (Number.isInteger(week?.next) && Array.isArray(week.heard)) this.weeks[id] = { next: week.next, heard: week.heard };
        }
        const plan = this.plans.find((one) => one.id === read?.lesson?.plan);
        const stop = read?.lesson?.stop;
        if (!plan || !PARTS.includes(stop?.part) || !Number.isInteger(stop.item) || !Number.isInteger(stop.clip)) return;
        const week = Math.min(Math.max(Number(read.lesson.week) || 1, 1), plan.weeks);
        const seed = Number(read.lesson.seed) >>> 0;
        this.lesson = new Lesson(plan, week, seed, this.#picks(plan, week, seed));
        const seen = (Array.isArray(read.lesson.seen) ? read.lesson.seen : []).map((one) => ({ cue: Number(one?.cue), cell: this.app.notebook.cellOf(one ?? {}) }));
        const { bell, room, written } = read.lesson;
        const people = (number) => (Number.isInteger(number) && number > 0 ? Math.min(number, MOST_OF_A_ROOM) : 0);
        const day = 24 * 60 * 60;
        const time = {
            bell: Number.isFinite(bell) && Math.abs(bell - this.lesson.clock()) < day ? bell : null, // not that of another day
            room: { pupils: people(room?.pupils), headsets: people(room?.headsets) },
        };
        if (time.bell !== null && typeof written === "string") this.bellWritten = written.slice(0, LONGEST_BELL);
        this.lesson.resumeAt({ part: stop.part, item: stop.item, clip: stop.clip }, seen.filter((one) => one.cell !== null), time);
    }
}
