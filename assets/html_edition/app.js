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
            moved: () => this.follow(),
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
        this.commands = commandsOf(this);
        this.keys = new Keys(module.keys, this.commands);
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
        this.follow();
    }

    /** Plays a cell from its beginning or from a place in its film. */
    choose(cell, time = null) {
        this.playedBefore = false;
        if (this.place !== "stage") this.show("stage");
        this.act((walk) => walk.chooseCell(cell));
        if (time !== null) this.film.startAt(time);
    }

    run(command) {
        return this.commands[command]();
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
        this.showTranscript();
        this.follow();
    }

    /** Jobs are covered as long as the settings or the lesson's step ask for it. */
    coverJobs() {
        const covers = this.settings.jobLast || this.desk.coversJobs;
        if (this.words.jobLast === covers) return;
        this.words.setJobLast(covers);
        this.walk.setSilent(this.words.silent);
        this.showTranscript();
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
        this.showTranscript();
        if (standing !== "absent" && this.film.order === null) {
            this.walk.failed(number); // its film is not part of this edition
            if (this.walk.cue.number !== number) this.#showCue(plays);
            return;
        }
        const upcoming = upcomingOf(this.walk);
        this.film.prepare(upcoming && this.#orderOf(upcoming, 0));
    }

    /** What is read beside this answer, as it was chosen in the settings. */
    wordsOnFilm() {
        const { cell, standing } = this.walk.cue;
        if (standing === "absent") return { tracks: [], descriptions: null };
        return {
            tracks: this.words.captions(cell, this.settings.captionLanguages),
            descriptions: this.settings.descriptions ? this.words.descriptions(cell) : null,
        };
    }

    showTranscript() {
        const { cell } = this.walk.cue;
        const { tracks, descriptions } = this.wordsOnFilm();
        this.transcript.show(tracks[0], descriptions, this.words.cell(cell).in ?? 0, (timed) => this.words.said(cell.person, timed), this.module.people[cell.person].heard_by_machine);
    }

    follow() {
        if (!this.views) return;
        const { person } = this.walk.cue.cell;
        const { tracks, descriptions } = this.wordsOnFilm();
        const time = this.film.video.currentTime;
        this.captions.show(tracks, descriptions, time, (timed) => this.words.said(person, timed));
        this.transcript.follow(time);
        this.desk.follow();
        this.views.stage.follow();
    }
}

const crosscutModule = JSON.parse(document.getElementById("module").textContent);
speak(crosscutModule.words);
if (crosscutModule.people.length > 0 && crosscutModule.questions.length > 0) {
    new App(crosscutModule, crypto.getRandomValues(new Uint32Array(1))[0] % SHORT_SEEDS);
} else {
    document.body.append(make("p", { text: _("This module has nobody or nothing to show.") }));
}
