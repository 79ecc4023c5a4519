// Where all meet: what is asked for goes to the walk, and what the walk says goes to film and page.

const USUAL_SETTINGS = {
    theme: "dark",
    size: "100",
    captionSize: "100",
    captionLanguages: "first",
    descriptions: false,
    jobLast: false,
    still: false,
    singleKeys: true,
};
const SETTINGS_PLACE = "crosscut settings";
const SAID_FOR_MS = 3500;
const CAPTION_SIZES = [75, 90, 100, 110, 125, 150, 175, 200, 250, 300];

class App {
    /** @param {Module} module @param {number} seed */
    constructor(module, seed) {
        this.module = module;
        this.words = new Words(module);
        this.walk = new Walk(gridOf(module), seed);
        this.settings = this.#readSettings();
        this.notebook = new Notebook(module, () => {});
        this.film = new Film({
            ended: (cue) => this.act((walk) => walk.ended(cue)),
            failed: (cue) => this.act((walk) => walk.failed(cue)),
            moved: () => this.#follow(),
        });
        this.captions = new Captions();
        this.transcript = new Transcript((time) => {
            this.film.seek(time - this.words.cell(this.walk.cue.cell).in);
            this.film.play();
        });
        this.panels = new Panels(this);
        this.desk = new LessonDesk(this, seed);
        this.guesses = new Guesses(module);
        this.guessesPanel = new GuessesPanel(this);
        this.keys = new Keys(module.keys, this.#deeds());
        this.place = "start";
        this.playedBefore = false;
        this.black = make("div", { class: "black", hidden: true });
        this.said = make("p", { class: "said-aloud", role: "status" });
        this.views = {
            start: startView(this),
            stage: new StageView(this),
            wall: new WallView(this),
            lesson: new LessonView(this),
            search: new SearchView(this),
            notebook: new NotebookView(this),
        };
        this.#build();
        this.#apply();
        this.#showCue(false);
        this.show("start");
        if (this.desk.lesson && !this.desk.lesson.done) this.say(_("“{}” is under way: F5 goes back to it", this.words.withoutJobs(this.desk.lesson.plan.title)));
    }

    #build() {
        const screens = [["start", _("About")], ["stage", _("Stage")], ["wall", _("Wall")], ["lesson", _("Lesson")], ["search", _("Search")], ["notebook", _("Notebook")]];
        this.tabs = screens.map(([place, says]) => button(says, () => this.show(place), { "data-place": place }));
        document.body.prepend(
            make(
                "header",
                { class: "bar" },
                make("h1", { text: this.module.title, ...this.words.ofModule }),
                make("nav", { "aria-label": _("Screens") }, ...this.tabs),
                make("div", { class: "row" }, button(_("Settings"), () => this.run("settings")), button(_("Keys"), () => this.run("help"))),
            ),
            make("main", {}, ...Object.values(this.views).map((view) => view.element)),
            this.said,
            this.panels.element,
            this.black,
        );
        this.black.addEventListener("click", () => this.run("black"));
    }

    /** Goes to a screen. The film stands still while it cannot be seen. */
    show(place) {
        const before = this.place;
        this.place = place;
        if (before === "stage" && place !== "stage") {
            this.playedBefore = this.film.wanted;
            this.film.pause();
        }
        for (const [name, view] of Object.entries(this.views)) view.element.hidden = name !== place;
        for (const tab of this.tabs) {
            if (tab.dataset.place === place) tab.setAttribute("aria-current", "page");
            else tab.removeAttribute("aria-current");
        }
        this.views[place].show();
        if (this.views[place].focus) this.views[place].focus();
        else if (before !== place) this.views[place].element.querySelector("h2").focus({ preventScroll: true });
        if (before !== "stage" && place === "stage" && this.playedBefore) {
            this.playedBefore = false;
            this.film.play();
        }
    }

    /** What somebody asks of the walk; the clip that comes of it plays. @param {(walk: Walk) => void} ask */
    act(ask) {
        const before = this.walk.cue.number;
        ask(this.walk);
        if (this.walk.cue.number !== before) this.#showCue(this.place === "stage");
        this.views.stage.show();
        if (this.walk.cue.number !== before) this.views.stage.bringToSight();
        this.#follow();
    }

    /** Plays a cell from its beginning or from a place in its film. */
    choose(cell, time = null) {
        this.playedBefore = false;
        if (this.place !== "stage") this.show("stage");
        this.act((walk) => walk.chooseCell(cell));
        if (time !== null) this.film.startAt(time);
    }

    run(command) {
        return this.deeds[command]();
    }

    /** A line for a few seconds. */
    say(text) {
        this.said.textContent = text;
        this.said.classList.add("shown");
        clearTimeout(this.saidUntil);
        this.saidUntil = setTimeout(() => {
            this.said.classList.remove("shown");
            this.said.textContent = "";
        }, SAID_FOR_MS);
    }

    set(name, value) {
        this.settings = { ...this.settings, [name]: value };
        kept.write(SETTINGS_PLACE, this.settings);
        this.#apply();
        this.views[this.place].show();
    }

    #readSettings() {
        const read = kept.read(SETTINGS_PLACE) ?? {};
        const known = Object.entries(USUAL_SETTINGS).map(([name, usual]) => [name, typeof read[name] === typeof usual ? read[name] : usual]);
        const settings = Object.fromEntries(known);
        if (this.module.job_last) settings.jobLast = true; // whoever exported it wants it covered at first
        return settings;
    }

    #apply() {
        const { theme, size, captionSize, still, singleKeys } = this.settings;
        document.documentElement.dataset.theme = theme;
        document.documentElement.classList.toggle("still", still);
        document.documentElement.style.setProperty("--size", String(Number(size) / 100 || 1));
        document.documentElement.style.setProperty("--caption-size", String(Number(captionSize) / 100 || 1));
        this.keys.singleKeys = singleKeys;
        this.coverJobs();
        this.#showTranscript();
        this.#follow();
    }

    /** Jobs are covered as long as the settings or the lesson's step ask for it. */
    coverJobs() {
        const covers = this.settings.jobLast || this.desk.coversJobs;
        if (this.words.jobLast === covers) return;
        this.words.setJobLast(covers);
        this.walk.setSilent(this.words.silent);
        this.#showTranscript();
        this.views.stage.show();
    }

    #orderOf(cell, cue) {
        const answer = this.words.cell(cell);
        if (answer.state !== "playable" || answer.film === null) return null;
        return { cue, address: addressOf(answer.film), in: answer.in, out: answer.out, gain: answer.gain };
    }

    /** The cue on the screen is a new one. */
    #showCue(plays) {
        const { number, cell, standing } = this.walk.cue;
        this.panels.paused = false;
        this.film.show(standing === "absent" ? null : this.#orderOf(cell, number), plays);
        this.#showTranscript();
        if (standing !== "absent" && this.film.order === null) {
            this.walk.failed(number); // its film is not part of this edition
            if (this.walk.cue.number !== number) this.#showCue(plays);
            return;
        }
        const upcoming = upcomingOf(this.walk);
        this.film.prepare(upcoming && this.#orderOf(upcoming, 0));
    }

    /** What is read beside this answer, as it was chosen in the settings. */
    #wordsOnFilm() {
        const { cell, standing } = this.walk.cue;
        if (standing === "absent") return { tracks: [], descriptions: null };
        return {
            tracks: this.words.captions(cell, this.settings.captionLanguages),
            descriptions: this.settings.descriptions ? this.words.descriptions(cell) : null,
        };
    }

    #showTranscript() {
        const { cell } = this.walk.cue;
        const { tracks, descriptions } = this.#wordsOnFilm();
        this.transcript.show(tracks[0], descriptions, this.words.cell(cell).in ?? 0, (timed) => this.words.said(cell.person, timed), this.module.people[cell.person].heard_by_machine);
    }

    #follow() {
        if (!this.views) return;
        const { person } = this.walk.cue.cell;
        const { tracks, descriptions } = this.#wordsOnFilm();
        const time = this.film.video.currentTime;
        this.captions.show(tracks, descriptions, time, (timed) => this.words.said(person, timed));
        this.transcript.follow(time);
        this.desk.follow();
        this.views.stage.follow();
    }

    #deeds() {
        const onStage = (deed) => () => (this.place === "stage" && !this.panels.open ? deed() : false);
        const walking = (ask) => onStage(() => this.act(ask));
        const seeking = (by) => onStage(() => this.film.seekBy(by));
        const toggling = (way) =>
            onStage(() => {
                this.act((walk) => walk.toggleWay(way));
                this.say(_(WAYS.find((one) => one.way === this.walk.way).words));
            });
        // A lesson's steps come before the walk's.
        const inLesson = (step, otherwise) => () => {
            if (!this.desk.underWay || this.panels.open) return otherwise();
            step();
        };
        const screen = (place) => () => (this.panels.open ? false : this.show(this.place === place && place === "wall" ? "stage" : place));
        const speed = (deed) =>
            onStage(() => {
                deed();
                this.say(this.film.rate === 1 ? _("Normal speed") : _("Speed {}", this.film.rate));
            });
        this.deeds = {
            play_pause: onStage(() => (this.film.wanted ? this.film.pause() : this.film.play())),
            next: inLesson(() => this.desk.goOn(), walking((walk) => walk.next())),
            previous: inLesson(() => this.desk.stepBack(), walking((walk) => walk.back(this.film.position))),
            lesson: () => this.#lessonKey(),
            lesson_screen: screen("lesson"),
            lesson_from_here: () => (this.panels.open ? false : this.desk.filmOfStep()),
            extend: inLesson(() => this.desk.extend(), () => false),
            again: onStage(() => {
                this.film.seekBy(-10);
                this.film.play();
                this.say(_("Once more: the last ten seconds"));
            }),
            black: () => {
                this.black.hidden = !this.black.hidden;
                if (this.black.hidden) return;
                this.film.pause();
            },
            previous_question: walking((walk) => walk.stepQuestion(-1)),
            next_question: walking((walk) => walk.stepQuestion(1)),
            previous_person: walking((walk) => walk.stepPerson(-1)),
            next_person: walking((walk) => walk.stepPerson(1)),
            hang: toggling("hang"),
            whole_case: toggling("whole"),
            mix: toggling("mix"),
            reshuffle: walking((walk) => walk.reshuffle()),
            contrast: onStage(() => {
                this.act((walk) => walk.contrast());
                const why = this.words.noContrast(this.walk);
                if (why) this.say(why);
            }),
            information: onStage(() => this.panels.showPerson()),
            back_5: seeking(-5),
            forward_5: seeking(5),
            back_10: seeking(-10),
            forward_10: seeking(10),
            back_1: seeking(-1),
            forward_1: seeking(1),
            frame_back: onStage(() => this.film.stepPictures(-1)),
            frame_forward: onStage(() => this.film.stepPictures(1)),
            clip_start: onStage(() => this.film.seek(0)),
            clip_end: onStage(() => this.film.seek(this.film.length)),
            slower: speed(() => this.film.changeRate(-1)),
            faster: speed(() => this.film.changeRate(1)),
            normal_speed: speed(() => this.film.setRate(1)),
            loop: onStage(() => {
                const marked = this.film.markLoop();
                this.say({ from: _("From here; press again where it ends"), to: _("Again and again, until the same key ends it"), off: _("The loop is off") }[marked]);
            }),
            captions: onStage(() => {
                this.captions.on = !this.captions.on;
                const has = this.#wordsOnFilm().tracks.length > 0;
                this.say(!this.captions.on ? _("Captions off") : has ? _("Captions on") : _("Captions on; this answer has none"));
                this.#follow();
            }),
            descriptions: onStage(() => {
                const on = !this.settings.descriptions;
                this.set("descriptions", on);
                const has = this.words.descriptions(this.walk.cue.cell) !== null;
                this.say(!on ? _("Description off") : has ? _("Description on") : _("Description on, but the module has none for this answer"));
            }),
            captions_larger: () => this.#stepCaptions(1),
            captions_smaller: () => this.#stepCaptions(-1),
            transcript: onStage(() => {
                this.transcript.element.hidden = !this.transcript.element.hidden;
                this.guessesPanel.close(); // they have the same place
                this.views.stage.show();
            }),
            volume_up: onStage(() => this.#changeVolume(0.05)),
            volume_down: onStage(() => this.#changeVolume(-0.05)),
            mute: onStage(() => {
                this.film.setMuted(!this.film.muted);
                this.say(this.film.muted ? _("Sound off") : _("Sound on"));
            }),
            full_screen: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => this.say(_("This browser does not allow it here"))),
            guesses: onStage(() => this.#switchGuesses()),
            uncover: () => (this.panels.open || !["stage", "wall"].includes(this.place) ? false : this.#uncover()),
            keep: onStage(() => {
                if (this.walk.cue.standing === "absent") return;
                this.notebook.keep(this.walk.cue.cell, this.transcript.markedWords());
                this.say(this.notebook.saved ? _("Kept in the notebook") : _("Kept, but only until the page is closed: take the notebook away as a file"));
                this.views.stage.show();
            }),
            settings: () => this.panels.showSettings(),
            caption_settings: () => this.panels.showSettings(),
            help: () => this.panels.showKeys(),
            stage_screen: screen("stage"),
            wall: screen("wall"),
            search: () => (this.place === "search" ? false : this.show("search")),
            back_out: () => this.#backOut(),
        };
        for (let tenth = 0; tenth <= 9; ++tenth) {
            this.deeds[`tenth_${tenth}`] = onStage(() => this.film.seek((this.film.length * tenth) / 10));
        }
        return this.deeds;
    }

    /** From the list it starts the chosen plan, elsewhere it brings the lesson up. */
    #lessonKey() {
        if (this.panels.open) return;
        if (this.place === "lesson" && !this.desk.lesson && this.module.plans.length > 0) this.desk.start(this.views.lesson.plans.plan);
        else this.show("lesson");
    }

    /** Of who is on the stage, or of the cell of the wall where the keyboard is. */
    #uncover() {
        const { words } = this;
        if (!words.jobLast) {
            this.#sayNothingIsCovered();
            return;
        }
        const { person } = this.place === "wall" ? this.views.wall.here : this.walk.cue.cell;
        if (!words.uncovered.delete(person)) words.uncovered.add(person);
        this.#showTranscript();
        // What was guessed is read beside what it is.
        if (this.place === "stage" && !words.covers(person) && this.guesses.of(person).lines.length > 0) this.#openGuesses();
        this.views[this.place].show();
        this.#follow();
        if (words.covers(person)) this.say(_("The job is covered again"));
        else this.say(words.job(person) ? `${words.name(person)}: ${words.job(person)}` : _("The module names no job for {}", words.name(person)));
    }

    #sayNothingIsCovered() {
        this.say(_("Nobody's job is covered: “Person first, job last” is in the settings"));
    }

    #openGuesses() {
        this.transcript.element.hidden = true; // they have the same place
        this.guessesPanel.open();
    }

    #switchGuesses() {
        if (!this.guessesPanel.element.hidden) this.guessesPanel.close();
        else if (this.guessesPanel.hasPurpose) this.#openGuesses();
        else this.#sayNothingIsCovered();
        this.views.stage.show();
    }

    #stepCaptions(by) {
        const at = CAPTION_SIZES.indexOf(Number(this.settings.captionSize));
        const size = CAPTION_SIZES[Math.min(Math.max(at + by, 0), CAPTION_SIZES.length - 1)];
        this.set("captionSize", String(size));
        this.say(_("Captions {} %", size));
    }

    #changeVolume(by) {
        this.film.setVolume(this.film.volume + by);
        this.say(_("Volume {} %", Math.round(this.film.volume * 100)));
    }

    /** One level back; a panel is closed by the browser itself. */
    #backOut() {
        if (!this.black.hidden) this.black.hidden = true;
        else if (this.panels.open || document.fullscreenElement) return false;
        else if (this.place !== "stage" && this.place !== "start") this.show("stage");
        else if (this.place === "stage") this.show("start");
    }
}

const crosscutModule = JSON.parse(document.getElementById("module").textContent);
speak(crosscutModule.words);
if (crosscutModule.people.length > 0 && crosscutModule.questions.length > 0) {
    new App(crosscutModule, crypto.getRandomValues(new Uint32Array(1))[0] % SHORT_SEEDS);
} else {
    document.body.append(make("p", { text: _("This module has nobody or nothing to show.") }));
}
