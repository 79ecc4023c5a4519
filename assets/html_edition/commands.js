// What is done at a key, or at the button that stands for it.

const CAPTION_SIZES = [75, 90, 100, 110, 125, 150, 175, 200, 250, 300];

/** From the list it starts the chosen plan, elsewhere it brings the lesson up. */
function lessonKey(app) {
    if (app.panels.open) return;
    if (app.place === "lesson" && !app.desk.lesson && app.module.plans.length > 0) app.desk.start(app.views.lesson.plans.plan);
    else app.show("lesson");
}

/** Of who is on the stage, or of the cell of the wall where the keyboard is. */
function uncover(app) {
    const { words } = app;
    if (!words.jobLast) {
        sayNothingIsCovered(app);
        return;
    }
    const { person } = app.place === "wall" ? app.views.wall.here : app.walk.cue.cell;
    if (!words.uncovered.delete(person)) words.uncovered.add(person);
    app.showTranscript();
    // What was guessed is read beside what it is.
    if (app.place === "stage" && !words.covers(person) && app.guesses.of(person).lines.length > 0) openGuesses(app);
    app.views[app.place].show();
    app.follow();
    if (words.covers(person)) app.say(_("The job is covered again"));
    else app.say(words.job(person) ? `${words.name(person)}: ${words.job(person)}` : _("The module names no job for {}", words.name(person)));
}

function sayNothingIsCovered(app) {
    app.say(_("Nobody's job is covered: “Person first, job last” is in the settings"));
}

function openGuesses(app) {
    app.transcript.element.hidden = true; // they have the same place
    app.guessesPanel.open();
}

function switchGuesses(app) {
    if (!app.guessesPanel.element.hidden) app.guessesPanel.close();
    else if (app.guessesPanel.hasPurpose) openGuesses(app);
    else sayNothingIsCovered(app);
    app.views.stage.show();
}

function stepCaptions(app, by) {
    const at = CAPTION_SIZES.indexOf(Number(app.settings.captionSize));
    const size = CAPTION_SIZES[Math.min(Math.max(at + by, 0), CAPTION_SIZES.length - 1)];
    app.set("captionSize", String(size));
    app.say(_("Captions {} %", size));
}

function changeVolume(app, by) {
    app.film.setVolume(app.film.volume + by);
    app.say(_("Volume {} %", Math.round(app.film.volume * 100)));
}

/** One level back; a panel is closed by the browser itself. */
function backOut(app) {
    if (!app.black.hidden) app.black.hidden = true;
    else if (app.panels.open || document.fullscreenElement) return false;
    else if (app.place !== "stage" && app.place !== "start") app.show("stage");
    else if (app.place === "stage") app.show("start");
}

/**
 * What each command of assets/keys.yaml does, as far as a page has it; one that answers false leaves
 * its key to the browser.
 * @param {App} app @returns {Record<string, () => boolean | void>}
 */
function commandsOf(app) {
    const onStage = (deed) => () => (app.place === "stage" && !app.panels.open ? deed() : false);
    const walking = (ask) => onStage(() => app.act(ask));
    const seeking = (by) => onStage(() => app.film.seekBy(by));
    const toggling = (way) =>
        onStage(() => {
            app.act((walk) => walk.toggleWay(way));
            app.say(_(WAYS.find((one) => one.way === app.walk.way).words));
        });
    // A lesson's steps come before the walk's.
    const inLesson = (step, otherwise) => () => {
        if (!app.desk.underWay || app.panels.open) return otherwise();
        step();
    };
    const screen = (place) => () => (app.panels.open ? false : app.show(app.place === place && place === "wall" ? "stage" : place));
    const speed = (deed) =>
        onStage(() => {
            deed();
            app.say(app.film.rate === 1 ? _("Normal speed") : _("Speed {}", app.film.rate));
        });
    const commands = {
        play_pause: onStage(() => (app.film.wanted ? app.film.pause() : app.film.play())),
        next: inLesson(() => app.desk.goOn(), walking((walk) => walk.next())),
        previous: inLesson(() => app.desk.stepBack(), walking((walk) => walk.back(app.film.position))),
        lesson: () => lessonKey(app),
        lesson_screen: screen("lesson"),
        lesson_from_here: () => (app.panels.open ? false : app.desk.filmOfStep()),
        extend: inLesson(() => app.desk.extend(), () => false),
        again: onStage(() => {
            app.film.seekBy(-10);
            app.film.play();
            app.say(_("Once more: the last ten seconds"));
        }),
        black: () => {
            app.black.hidden = !app.black.hidden;
            if (app.black.hidden) return;
            app.film.pause();
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
            app.act((walk) => walk.contrast());
            const why = app.words.noContrast(app.walk);
            if (why) app.say(why);
        }),
        information: onStage(() => app.panels.showPerson()),
        back_5: seeking(-5),
        forward_5: seeking(5),
        back_10: seeking(-10),
        forward_10: seeking(10),
        back_1: seeking(-1),
        forward_1: seeking(1),
        frame_back: onStage(() => app.film.stepPictures(-1)),
        frame_forward: onStage(() => app.film.stepPictures(1)),
        clip_start: onStage(() => app.film.seek(0)),
        clip_end: onStage(() => app.film.seek(app.film.length)),
        slower: speed(() => app.film.changeRate(-1)),
        faster: speed(() => app.film.changeRate(1)),
        normal_speed: speed(() => app.film.setRate(1)),
        loop: onStage(() => {
            const marked = app.film.markLoop();
            app.say({ from: _("From here; press again where it ends"), to: _("Again and again, until the same key ends it"), off: _("The loop is off") }[marked]);
        }),
        captions: onStage(() => {
            app.captions.on = !app.captions.on;
            const has = app.wordsOnFilm().tracks.length > 0;
            app.say(!app.captions.on ? _("Captions off") : has ? _("Captions on") : _("Captions on; this answer has none"));
            app.follow();
        }),
        descriptions: onStage(() => {
            const on = !app.settings.descriptions;
            app.set("descriptions", on);
            const has = app.words.descriptions(app.walk.cue.cell) !== null;
            app.say(!on ? _("Description off") : has ? _("Description on") : _("Description on, but the module has none for this answer"));
        }),
        captions_larger: () => stepCaptions(app, 1),
        captions_smaller: () => stepCaptions(app, -1),
        transcript: onStage(() => {
            app.transcript.element.hidden = !app.transcript.element.hidden;
            app.guessesPanel.close(); // they have the same place
            app.views.stage.show();
        }),
        volume_up: onStage(() => changeVolume(app, 0.05)),
        volume_down: onStage(() => changeVolume(app, -0.05)),
        mute: onStage(() => {
            app.film.setMuted(!app.film.muted);
            app.say(app.film.muted ? _("Sound off") : _("Sound on"));
        }),
        full_screen: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => app.say(_("This browser does not allow it here"))),
        guesses: onStage(() => switchGuesses(app)),
        uncover: () => (app.panels.open || !["stage", "wall"].includes(app.place) ? false : uncover(app)),
        keep: onStage(() => {
            if (app.walk.cue.standing === "absent") return;
            app.notebook.keep(app.walk.cue.cell, app.transcript.markedWords());
            app.say(app.notebook.saved ? _("Kept in the notebook") : _("Kept, but only until the page is closed: take the notebook away as a file"));
            app.views.stage.show();
        }),
        settings: () => app.panels.showSettings(),
        caption_settings: () => app.panels.showSettings(),
        help: () => app.panels.showKeys(),
        stage_screen: screen("stage"),
        wall: screen("wall"),
        search: () => (app.place === "search" ? false : app.show("search")),
        back_out: () => backOut(app),
    };
    for (let tenth = 0; tenth <= 9; ++tenth) {
        commands[`tenth_${tenth}`] = onStage(() => app.film.seek((app.film.length * tenth) / 10));
    }
    return commands;
}
