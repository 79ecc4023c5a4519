// The stage: the film as large as it can be, the question above it, who answers below it.

const WAYS = [
    { way: "talk", words: saidLater("Stop and talk"), command: "" },
    { way: "whole", words: saidLater("Whole case study"), command: "whole_case" },
    { way: "hang", words: saidLater("Hang on this question"), command: "hang" },
    { way: "mix", words: saidLater("Mix it up"), command: "mix" },
];

class StageView {
    /** @param {App} app */
    constructor(app) {
        this.app = app;
        const { ofModule } = app.words;
        this.theme = make("p", { class: "theme-name", ...ofModule });
        this.question = make("h2", { id: "stage-title", tabindex: "-1", ...ofModule });
        this.person = make("p", { class: "person", ...ofModule });
        this.absent = make("div", { class: "absent", hidden: true });
        this.waits = make("p", { class: "waits" });
        this.figure = make("div", { class: "film" }, ...app.film.videos, app.captions.element, app.captions.description, this.waits, this.absent);
        this.figure.addEventListener("click", (event) => {
            if (event.target instanceof HTMLVideoElement) app.run("play_pause");
        });
        this.lineText = make("span", {});
        this.lineNext = button("", () => app.run("next"), { class: "go-on", hidden: true });
        this.line = make("div", { class: "line" }, make("p", { role: "status" }, this.lineText), this.lineNext);
        this.transport = new Transport(app);
        this.ways = WAYS.map(({ way, words, command }) =>
            button(_(words), () => (way === "talk" ? app.act((walk) => walk.setWay("talk")) : app.run(command)), { "aria-pressed": "false", "data-way": way }),
        );
        this.seed = button("", () => app.panels.showSeed(), { class: "seed", hidden: true });
        this.uncover = button(_("Uncover the job"), () => app.run("uncover"), { hidden: true });
        this.guess = button(_("Guesses"), () => app.run("guesses"), { "aria-pressed": "false", hidden: true });
        this.keep = button(_("Keep this answer"), () => app.run("keep"));
        this.questions = this.#questionList();
        this.faces = this.#faceList();
        this.element = make(
            "section",
            { class: "stage", "aria-labelledby": "stage-title", hidden: true },
            make(
                "div",
                { class: "ways", role: "group", "aria-label": _("How it goes on when an answer ends") },
                ...this.ways,
                this.seed,
                button(_("Another path"), () => app.run("contrast"), { class: "other-path" }),
            ),
            make(
                "div",
                { class: "middle" },
                make("div", { class: "heading" }, this.theme, this.question),
                this.figure,
                this.line,
                this.transport.element,
                make("div", { class: "below" }, this.person, make("div", { class: "row" }, this.guess, this.uncover, button(_("Full screen"), () => app.run("full_screen")), button(_("About this person"), () => app.run("information")), this.keep)),
                app.transcript.element,
                app.guessesPanel.element,
            ),
            make("nav", { class: "questions", "aria-label": _("Questions") }, ...this.questions.lists),
            make("nav", { class: "faces", "aria-label": _("People") }, make("ul", {}, ...this.faces.map((face) => make("li", {}, face)))),
        );
    }

    /** Everything that depends on the walk. */
    show() {
        const { walk, words, module, notebook, transcript, guessesPanel: guesses } = this.app;
        const { cell, standing } = walk.cue;
        const theme = module.questions[cell.question].theme;
        this.theme.className = `theme-name theme theme-${theme % 8}`;
        this.theme.replaceChildren(make("span", { class: "mark", "aria-hidden": "true" }), module.themes[theme] ?? "");
        this.question.textContent = words.question(cell);
        const job = words.job(cell.person);
        this.person.replaceChildren(make("strong", { text: words.name(cell.person) }), job ? ` ${job}` : "");
        this.#showAbsent(standing === "absent");
        this.#showLine();
        for (const way of this.ways) way.setAttribute("aria-pressed", String(way.dataset.way === walk.way));
        WAYS.forEach(({ command }, place) => this.#tell(this.ways[place], command));
        this.seed.hidden = walk.way !== "mix";
        this.seed.textContent = _("Code of the mix: {}", seedText(walk.seed));
        this.uncover.hidden = !words.jobLast;
        this.uncover.textContent = words.covers(cell.person) ? _("Uncover the job") : _("Cover the job again");
        this.keep.disabled = standing === "absent";
        this.keep.setAttribute("aria-pressed", String(notebook.has(cell)));
        this.#showLists(cell);
        if (guesses.hasPurpose) guesses.show();
        else guesses.close();
        this.guess.hidden = !guesses.hasPurpose;
        this.guess.setAttribute("aria-pressed", String(!guesses.element.hidden));
        this.element.classList.toggle("reads", !transcript.element.hidden || !guesses.element.hidden);
        this.transport.transcript.setAttribute("aria-pressed", String(!transcript.element.hidden));
        for (const [control, command] of [
            [this.transport.play, "play_pause"],
            [this.transport.next, "next"],
            [this.transport.previous, "previous"],
            [this.transport.captions, "captions"],
            [this.transport.descriptions, "descriptions"],
            [this.transport.transcript, "transcript"],
            [this.transport.sound, "mute"],
            [this.guess, "guesses"],
        ]) {
            this.#tell(control, command);
        }
        document.title = `${words.cellName(cell)} \u2013 ${module.title}`;
        this.#showWaits();
    }

    /** On a small display who chose further down sees what was chosen. */
    bringToSight() {
        const place = this.figure.getBoundingClientRect();
        const inSight = place.bottom > place.height / 2 && place.top < innerHeight - place.height / 2;
        if (!this.element.hidden && !inSight) this.theme.scrollIntoView({ block: "start" });
    }

    /** What changes while the film plays. */
    follow() {
        const { walk } = this.app;
        this.transport.show();
        this.#showWaits();
        if (walk.cue.standing === "held" || this.app.desk.underWay) this.#showLine();
    }

    #tell(control, command) {
        const key = this.app.keys.of(command);
        if (key) control.title = `${control.textContent} (${key})`;
        else control.removeAttribute("title");
    }

    #showWaits() {
        const { film, walk } = this.app;
        const waits = !film.wanted && !film.over && film.position <= 0.1;
        this.waits.hidden = walk.cue.standing === "absent" || !(waits || film.isBlind);
        exchangeText(
            this.waits,
            film.isBlind
                ? _("This browser cannot show the pictures of this film; its sound plays. The author can make an MP4 film with H.264 pictures of it.")
                : _("The film waits for you: press Play."),
        );
    }

    #showLine() {
        const { desk, words, walk, film } = this.app;
        const line = desk.lineOnStage() ?? words.line(walk, film.over);
        exchangeText(this.lineText, line.text);
        this.lineNext.hidden = line.next === "";
        exchangeText(this.lineNext, line.next);
        this.line.classList.toggle("asks", line.text !== "");
    }

    #showAbsent(absent) {
        this.absent.hidden = !absent;
        this.figure.classList.toggle("nothing", absent);
        if (!absent) return;
        const { walk, words } = this.app;
        const cell = walk.cue.cell;
        const nearest = nearestOf(walk).filter((near) => words.cell(near).film !== null);
        this.absent.replaceChildren(
            make("p", { class: "what", text: words.absence(cell) }),
            make("p", { class: "quiet", text: words.absenceHint(cell) }),
            ...(nearest.length > 0 ? [make("p", { class: "quiet", text: _("The nearest answers") })] : []),
            make("div", { class: "row" }, ...nearest.map((near) => button(words.cellName(near), () => this.app.choose(near), { class: "nearest" }))),
        );
    }

    #questionList() {
        const { module, words } = this.app;
        const rows = module.questions.map((question, place) =>
            make(
                "button",
                { type: "button", class: `theme theme-${question.theme % 8}`, onclick: () => this.app.act((walk) => walk.chooseQuestion(place)) },
                make("span", { class: "mark", "aria-hidden": "true" }),
                make("span", { class: "label", text: words.label(place), ...words.ofModule }),
                make("span", { class: "state" }),
            ),
        );
        const lists = module.themes.map((name, theme) => {
            const own = rows.filter((_, place) => module.questions[place].theme === theme);
            return make("div", {}, make("h3", { text: name, ...words.ofModule }), make("ol", {}, ...own.map((row) => make("li", {}, row))));
        });
        return { rows, lists };
    }

    #faceList() {
        const { module, words } = this.app;
        return module.people.map((person, place) =>
            make(
                "button",
                { type: "button", onclick: () => this.app.act((walk) => walk.choosePerson(place)) },
                person.now ? make("img", { src: addressOf(person.now.file), alt: "", loading: "lazy" }) : null,
                make("span", { class: "no-face", "aria-hidden": "true", text: words.initials(place) }),
                make("span", { class: "label", text: words.name(place) }),
                make("span", { class: "state" }),
            ),
        );
    }

    #showLists({ person, question }) {
        const { words, walk } = this.app;
        const show = (control, cell, current) => {
            const answer = words.cell(cell);
            const state = answer.state !== "playable" || answer.film === null ? words.stateWords(cell) : walk.heard(cell) ? _("heard") : "";
            control.querySelector(".state").textContent = state;
            control.classList.toggle("absent-here", answer.state !== "playable");
            if (current) control.setAttribute("aria-current", "true");
            else control.removeAttribute("aria-current");
        };
        this.questions.rows.forEach((row, place) => show(row, { person, question: place }, place === question));
        this.faces.forEach((face, place) => {
            show(face, { person: place, question }, place === person);
            const seen = words.person(place).now !== null;
            const picture = face.querySelector("img");
            if (picture) picture.hidden = !seen;
            face.querySelector(".no-face").hidden = seen;
        });
        for (const current of [this.questions.rows[question], this.faces[person]]) {
            const list = current.closest("nav");
            if (list.scrollHeight > list.clientHeight) list.scrollTop = current.offsetTop - list.offsetTop - list.clientHeight / 2;
            if (list.scrollWidth > list.clientWidth) list.scrollLeft = current.offsetLeft - list.offsetLeft - list.clientWidth / 2;
        }
    }
}
