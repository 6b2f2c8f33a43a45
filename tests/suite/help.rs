//! What `--help` teaches, as it is printed.

use expect_test::{Expect, expect};

use crate::program::Folder;

#[track_caller]
fn teaches(arguments: &str, expected: &Expect) {
    let said = Folder::new().run(arguments).ends(0);
    assert_eq!(said.stderr, "");
    // Between paragraphs, the help has lines of nothing but spaces.
    let lines: String = said.stdout.lines().map(|line| format!("{}\n", line.trim_end())).collect();
    expected.assert_eq(&lines);
}

#[test]
fn serve() {
    teaches(
        "serve --help",
        &expect![[r#"
            Show the site in a browser while you write.

            Every change that you save is seen at once, in the page as it stands; nothing is written to the
            disk. What is wrong is told in the page, with its place and what to do, and goes by itself when it
            is mended. Ctrl-C ends it.

            Usage: jumelage serve [OPTIONS] [SITE]

            Arguments:
              [SITE]
                      The folder that holds `content`; left out, the one you are in

            Options:
                  --open
                      Open the site in your browser

                  --port <PORT>
                      Where to listen on this machine; left out, 8000 or a free one near it

                  --host <ADDRESS>
                      Let others in the network see it: `0.0.0.0` shows it to all of them, to try it on a phone

                      [default: 127.0.0.1]

                  --allow-host <NAME>
                      A name by which browsers may call this machine, beside `localhost` and its addresses

                  --as-hosted <PATH>
                      Serve the site below a path, as its host will

                  --editor <EDITOR>
                      What opens files: vscode, vscodium, cursor, zed, idea, sublime, textmate, none, or an
                      address with {file}, {line} and {column}

                      [default: vscode]

                  --poll[=<SECONDS>]
                      Look through the folder every so many seconds; needed only where changes are not noticed

                  --no-drafts
                      Leave out drafts and pages that are scheduled or have expired, as `build` does

                  --base-url <URL>
                      Where the site will be on the web, if not where `site.yaml` says

                  --today <DATE>
                      Show the site as it is on another day than today, such as 2027-01-01

                  --jobs <N>
                      How many threads work at once; left out, as many as the machine has processors

                  --no-cache
                      Make everything anew, without `.jumelage/cache` in the site's folder, where what `build`
                      has made is kept for the next time

              -h, --help
                      Print help (see a summary with '-h')
        "#]],
    );
}

#[test]
fn the_whole() {
    teaches(
        "--help",
        &expect![[r#"
            Publishes the website of a sister-city programme from a folder of Markdown and YAML

            Usage: jumelage <COMMAND>

            Commands:
              init     Make a small, complete site to begin with
              build    Turn the site into web pages
              serve    Show the site in a browser while you write
              check    Look for mistakes without publishing anything
              explain  Say what a kind of mistake means, and what to do about it
              report   Tell a council how the programme stands: partner cities, delegations, what falls due
              schema   Say which keys a kind of file may have, as JSON Schema
              theme    List, show, check and begin themes: how a site looks
              help     Print this message or the help of the given subcommand(s)

            Options:
              -h, --help     Print help
              -V, --version  Print version

            To begin:
              jumelage init my-site       makes a small site that you can change
              jumelage serve my-site      shows it in your browser, and every change that you save
              jumelage build my-site      turns it into web pages, in my-site/public

            Change the files in my-site/content. Whatever is wrong in them is told with its place and what to
            write instead. `jumelage serve --help` and `jumelage build --help` explain more.

            Exit status: 0 good; 1 the content has errors; 2 used wrongly; 3 the machine failed.
        "#]],
    );
}

#[test]
fn init() {
    teaches(
        "init --help",
        &expect![[r#"
        Make a small, complete site to begin with.

        The folder must not exist yet, or be empty.

        Usage: jumelage init <DIR>

        Arguments:
          <DIR>
                  The folder to make

        Options:
          -h, --help
                  Print help (see a summary with '-h')
    "#]],
    );
}

#[test]
fn build() {
    teaches(
        "build --help",
        &expect![[r#"
            Turn the site into web pages.

            Nothing is written unless everything could be made. The new site then takes the place of the old one
            in a single step, so that visitors see one or the other, whole. Files that have not changed keep
            their time. A folder that jumelage did not make is never touched.

            Usage: jumelage build [OPTIONS] [SITE]

            Arguments:
              [SITE]
                      The folder that holds `content`; left out, the one you are in

            Options:
              -o, --output <DIR>
                      Where to put the pages; left out, `public` in the site's folder

                  --for <HOST>
                      Make it ready for what will serve it: nginx, apache, caddy, netlify, github-pages or s3

                  --compress
                      Put compressed copies beside files that gain by it, with `--for` nginx, apache or caddy

                  --base-url <URL>
                      Where the site will be on the web, if not where `site.yaml` says

                  --drafts
                      Publish drafts and pages that are scheduled or have expired too

                  --today <DATE>
                      Make the site as it is on another day than today, such as 2027-01-01

                  --strict
                      Take warnings for errors, so that nothing is published while there are any

                  --format <FORMAT>
                      Whom mistakes are told to

                      Possible values:
                      - human:  People: with the line, and what to write instead
                      - json:   Other programs
                      - sarif:  Tools for code review (SARIF 2.1.0)
                      - github: GitHub's workflows

                      [default: human]

                  --timings
                      Say at the end how long each part of the work took

                  --jobs <N>
                      How many threads work at once; left out, as many as the machine has processors

                  --no-cache
                      Make everything anew, without `.jumelage/cache` in the site's folder, where what `build`
                      has made is kept for the next time

              -h, --help
                      Print help (see a summary with '-h')
        "#]],
    );
}

#[test]
fn check() {
    teaches(
        "check -h",
        &expect![[r#"
            Look for mistakes without publishing anything

            Usage: jumelage check [OPTIONS] [SITE]

            Arguments:
              [SITE]  The folder that holds `content`; left out, the one you are in

            Options:
                  --base-url <URL>     Where the site will be on the web, if not where `site.yaml` says
                  --drafts             Publish drafts and pages that are scheduled or have expired too
                  --today <DATE>       Make the site as it is on another day than today, such as 2027-01-01
                  --strict             Take warnings for errors, so that nothing is published while there are
                                       any
                  --format <FORMAT>    Whom mistakes are told to [default: human] [possible values: human, json,
                                       sarif, github]
                  --timings            Say at the end how long each part of the work took
                  --jobs <N>           How many threads work at once; left out, as many as the machine has
                                       processors
                  --no-cache           Make everything anew, without `.jumelage/cache` in the site's folder,
                                       where what `build` has made is kept for the next time
                  --external           Visit the addresses of other websites, and tell which of them lead
                                       nowhere
                  --timeout <SECONDS>  How long one of them may take to answer [default: 20]
              -h, --help               Print help (see more with '--help')
        "#]],
    );
}

#[test]
fn explain() {
    teaches(
        "explain --help",
        &expect![[r#"
        Say what a kind of mistake means, and what to do about it

        Usage: jumelage explain [CODE]

        Arguments:
          [CODE]  The name in brackets of a message, such as `unknown-key`; left out, all of them are listed

        Options:
          -h, --help  Print help
    "#]],
    );
}

#[test]
fn schema() {
    teaches(
        "schema --help",
        &expect![[r#"
        Say which keys a kind of file may have, as JSON Schema.

        Editors that know the schema of a file offer its keys and say what each is for. The manual,
        docs/content/README.md, tells how to let an editor know.

        Usage: jumelage schema [OPTIONS] [KIND]

        Arguments:
          [KIND]
                  The kind of file, such as `site` or `city`; left out, all of them are listed

        Options:
              --translation
                  Of a translation of such a file

          -h, --help
                  Print help (see a summary with '-h')
    "#]],
    );
}

#[test]
fn theme_list() {
    teaches(
        "theme list --help",
        &expect![[r#"
        List the themes that a site can choose, and mark the one it has

        Usage: jumelage theme list [OPTIONS]

        Options:
              --site <SITE>  The folder that holds `content`; left out, the one you are in
          -h, --help         Print help
    "#]],
    );
}

#[test]
fn theme_show() {
    teaches(
        "theme show --help",
        &expect![[r#"
        Show what a theme is made of.

        Its settings with what the site has chosen, its templates with what they make and whether they are
        built in or the site's own, and the blocks of each, which a template of yours can fill anew.

        Usage: jumelage theme show [OPTIONS] [THEME]

        Arguments:
          [THEME]
                  The theme; left out, the one that the site has

        Options:
              --site <SITE>
                  The folder that holds `content`; left out, the one you are in

              --json
                  Show it as JSON, with what every template is given and what is in the views

          -h, --help
                  Print help (see a summary with '-h')
    "#]],
    );
}

#[test]
fn theme_check() {
    teaches(
        "theme check --help",
        &expect![[r#"
        Look for mistakes in a theme.

        Its templates are compared with the contract and filled in for every page of the site; its words
        with those in English; its files with what is asked for. Nothing is written.

        Usage: jumelage theme check [OPTIONS] [THEME]

        Arguments:
          [THEME]
                  The theme; left out, the one that the site has

        Options:
              --site <SITE>
                  The folder that holds `content`; left out, the one you are in

              --strict
                  Take warnings for errors

              --format <FORMAT>
                  Whom mistakes are told to

                  Possible values:
                  - human:  People: with the line, and what to write instead
                  - json:   Other programs
                  - sarif:  Tools for code review (SARIF 2.1.0)
                  - github: GitHub's workflows

                  [default: human]

          -h, --help
                  Print help (see a summary with '-h')
    "#]],
    );
}

#[test]
fn theme_eject() {
    teaches(
        "theme eject --help",
        &expect![[r#"
        Copy built-in files of a theme into the site, to change them there.

        A file in the site's `themes/THEME` stands in for the built-in one. Nothing of yours is replaced
        unless you say so.

        Usage: jumelage theme eject [OPTIONS] <FILE>...

        Arguments:
          <FILE>...
                  The files, such as `city.html`, `partials/footer.html`, `30-base.css` or `en.ftl`

        Options:
              --theme <THEME>
                  The theme; left out, the one that the site has

              --extend
                  Write a template that builds on the built-in one instead of copying it

              --force
                  Replace files that are there already

              --site <SITE>
                  The folder that holds `content`; left out, the one you are in

          -h, --help
                  Print help (see a summary with '-h')
    "#]],
    );
}

#[test]
fn theme_new() {
    teaches(
        "theme new --help",
        &expect![[r#"
        Make a small theme of your own, which builds on another

        Usage: jumelage theme new [OPTIONS] <NAME>

        Arguments:
          <NAME>  What it is called: small letters, digits and hyphens

        Options:
              --parent <THEME>  The theme that it builds on [default: civic]
              --site <SITE>     The folder that holds `content`; left out, the one you are in
          -h, --help            Print help
    "#]],
    );
}

#[test]
fn theme() {
    teaches(
        "theme --help",
        &expect![[r#"
        List, show, check and begin themes: how a site looks

        Usage: jumelage theme <COMMAND>

        Commands:
          list   List the themes that a site can choose, and mark the one it has
          show   Show what a theme is made of
          check  Look for mistakes in a theme
          eject  Copy built-in files of a theme into the site, to change them there
          new    Make a small theme of your own, which builds on another
          help   Print this message or the help of the given subcommand(s)

        Options:
          -h, --help  Print help
    "#]],
    );
}
