"""Plants one violation of every rule in a throwaway package and sees that the check catches it, and only it."""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import api_coverage  # noqa: E402
import check_files  # noqa: E402
import check_studies  # noqa: E402

MANIFEST = """// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "planted",
    targets: [
        .target(name: "Lower", swiftSettings: [.treatAllWarnings(as: .error)]),
        .target(name: "Upper", dependencies: [UPPER], swiftSettings: [.treatAllWarnings(as: .error)]),
        .executableTarget(name: "planted", dependencies: ["Lower", "Upper"], path: "Sources/CLI"),
    ]
)
"""
CLEAN = {
    "Package.swift": MANIFEST.replace("UPPER", '"Lower"'),
    "Sources/Lower/Ground.swift": '/// What stands below; the words "try! as! fatalError(" in a text are no code.\n'
                                  "public let ground = 1  // nor in a comment: try! as! fatalError(\n",
    "Sources/Upper/Roof.swift": "import Lower\n\n/// What stands above.\npublic func roof() -> Int { ground + 1 }\n",
    "Sources/CLI/Planted.swift": "import Upper\n\n@main struct Planted {\n    static func main() { print(roof()) }\n}\n",
    "README.md": "Short.\n",
} | {path: "Here.\n" for path in check_files.REQUIRED - {"Package.swift", "README.md"}}


class Planting(unittest.TestCase):
    """A clean package in a folder of its own, under git, for each test."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        for path, text in CLEAN.items():
            self.plant(path, text)
        shutil.copy(HERE.parent / ".swift-format", self.root)
        subprocess.run(["git", "init", "-q", str(self.root)], check=True)

    def plant(self, path, text):
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def run_in_root(self, *command):
        done = subprocess.run(command, cwd=self.root, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        return done.returncode, done.stdout + done.stderr


class RulesAboutFiles(Planting):
    def caught(self, *expected):
        """Every finding as (file, line, words of the message)."""
        found = list(check_files.findings(self.root))
        self.assertEqual([(path, line) for path, line, _ in found], [(path, line) for path, line, _ in expected])
        for (_, _, message), (_, _, words) in zip(found, expected):
            self.assertIn(words, message)

    def test_clean_package_has_no_finding(self):
        self.caught()

    def test_calls_that_end_the_program(self):
        self.plant("Sources/Upper/Roof.swift", "let a = try! b()\nlet c = a as! Int\nfatalError(\"no\")\n")
        path = "Sources/Upper/Roof.swift"
        self.caught((path, 1, "try!"), (path, 2, "as!"), (path, 3, "fatalError"))

    def test_calls_that_end_the_program_after_a_raw_string_or_a_comment(self):
        self.plant("Sources/Upper/Roof.swift", 'let a = #"a " b"#; /* c */ let d = try! e()\n')
        self.caught(("Sources/Upper/Roof.swift", 1, "try!"))

    def test_swift_file_over_500_lines(self):
        self.plant("Sources/Upper/Roof.swift", "// line\n" * 500)
        self.caught()
        self.plant("Sources/Upper/Roof.swift", "// line\n" * 501)
        self.caught(("Sources/Upper/Roof.swift", 501, "501 lines"))

    def test_names_that_say_nothing(self):
        self.plant("Sources/Upper/Helpers/Date.swift", "")
        self.plant("Sources/Upper/RowManager.swift", "struct BaseRow {}\nenum CSVUtils {}\nstruct Database {}\n")
        self.caught(
            ("Sources/Upper/Helpers/Date.swift", 1, "Helpers"),
            ("Sources/Upper/RowManager.swift", 1, "Manager"),
            ("Sources/Upper/RowManager.swift", 1, "BaseRow"),
            ("Sources/Upper/RowManager.swift", 2, "CSVUtils"))

    def test_paths_of_one_machine(self):
        for folder in ("root", "tmp", "home", "Users"):
            self.plant("docs/build.md", f"Go to\n/{folder}/me/there\n")
            self.caught(("docs/build.md", 2, "path on some one machine"))
        self.plant("docs/build.md", "served at /r/home/x, kept in a/tmp/b, read from /usr/bin/env\n")
        self.caught()

    def test_outside_address_in_a_script(self):
        self.plant("scripts/get.sh", "curl http://127.0.0.1:80/x\ncurl https" + "://example.org/x\n")
        self.caught(("scripts/get.sh", 2, "outside address"))

    def test_third_party_files_that_git_tracks(self):
        paths = ["Package.resolved", "a/libx.so", "a/libx.so.1", "a/x.whl", "web/echarts.esm.min.js", "web/echarts.js"]
        for path in paths:
            self.plant(path, "x")
        subprocess.run(["git", "-C", str(self.root), "add", "-f", *paths], check=True)
        self.caught(*[(path, 1, "third-party") for path in sorted(paths)])

    def test_large_file(self):
        self.plant("Data/large.csv", "x" * (check_files.LARGEST_FILE + 1))
        self.caught(("Data/large.csv", 1, "at most"))

    def test_long_readme(self):
        self.plant("README.md", "line\n" * 150)
        self.caught()
        self.plant("README.md", "line\n" * 151)
        self.caught(("README.md", 151, "151 lines"))

    def test_required_file_that_is_missing(self):
        (self.root / "SECURITY.md").unlink()
        self.caught(("SECURITY.md", 1, "missing"))

    def test_python_that_does_not_parse(self):
        self.plant("scripts/x.py", "a = 1\nif a\n")
        self.caught(("scripts/x.py", 2, "no Python"))

    def test_command_ends_with_1(self):
        self.assertEqual(self.run_in_root(sys.executable, str(HERE / "check_files.py"))[0], 0)
        (self.root / "LICENSE").unlink()
        code, output = self.run_in_root(sys.executable, str(HERE / "check_files.py"))
        self.assertEqual(code, 1)
        self.assertIn("LICENSE:1: is missing", output)


class FormatterAndBuild(Planting):
    def lint(self):
        return self.run_in_root("swift", "format", "lint", "--strict", "--recursive", "Sources", "Package.swift")

    def test_formatter_catches_each_kind(self):
        self.assertEqual(self.lint(), (0, ""))
        for source, rule in [
            ("/// Documented.\npublic func a(_ b: Int?) -> Int { b! }\n", "NeverForceUnwrap"),
            ("public func a() -> Int { 1 }\n", "AllPublicDeclarationsHaveDocumentation"),
            ("func a()->Int { 1 }\n", "Spacing"),
            ("let a = \"" + "x" * 120 + "\"\n", "LineLength"),
        ]:
            self.plant("Sources/Upper/Roof.swift", source)
            code, output = self.lint()
            self.assertNotEqual(code, 0, rule)
            self.assertIn(rule, output)

    def build(self):
        return self.run_in_root(
            "swift", "build", "--scratch-path", ".build-debug", "--explicit-target-dependency-import-check", "error")

    def test_build_refuses_undeclared_imports_and_warnings(self):
        self.plant("Package.swift", MANIFEST.replace("UPPER", ""))
        code, output = self.build()
        self.assertNotEqual(code, 0)
        self.assertIn("imports another target (Lower) in the package without declaring it a dependency", output)

        self.plant("Package.swift", CLEAN["Package.swift"])
        self.plant("Sources/Upper/Roof.swift", CLEAN["Sources/Upper/Roof.swift"].replace("ground + 1", "let a = 2; return 1"))
        code, output = self.build()
        self.assertNotEqual(code, 0)
        self.assertIn("error: initialization of immutable value 'a' was never used", output)

        self.plant("Sources/Upper/Roof.swift", CLEAN["Sources/Upper/Roof.swift"])
        code, output = self.build()
        self.assertEqual(code, 0, output)


class PagesOfStudies(Planting):
    def check(self, program):
        self.plant("jingwei", "#!/bin/sh\n" + program)
        (self.root / "jingwei").chmod(0o755)
        return self.run_in_root(sys.executable, str(HERE / "check_studies.py"), str(self.root / "jingwei"), str(self.root))

    def test_pages_and_studies_must_agree(self):
        self.plant("docs/studies/chain.md", "x")
        self.plant("docs/studies/README.md", "x")
        self.assertEqual(self.check("""echo '[{"id": "chain"}]'\n""")[0], 0)
        code, output = self.check("""echo '[{"id": "chain"}, {"id": "parks"}]'\n""")
        self.assertEqual((code, "parks.md: is missing" in output), (1, True))
        self.plant("docs/studies/old.md", "x")
        code, output = self.check("""echo '[{"id": "chain"}]'\n""")
        self.assertEqual((code, "no study `old`" in output), (1, True))

    def test_program_that_lists_nothing(self):
        for program in ("exit 1\n", "echo '[]'\n", "echo '{}'\n", "echo '[1]'\n"):
            self.assertEqual(self.check(program)[0], 1, program)


class AnswersOfTheAPI(unittest.TestCase):
    def test_operation_without_success_is_named(self):
        description = {"paths": {"/a": {"get": {}, "post": {}, "parameters": []}, "/b": {"get": {}}}}
        calls = {"GET /a": {"200": 3, "404": 1}, "POST /a": {"400": 2, "500": 1}}
        self.assertEqual(api_coverage.unanswered(description, calls), [
            "GET /b: never answered 2xx (not called)",
            "POST /a: never answered 2xx (2 times 400, 1 times 500)",
        ])


if __name__ == "__main__":
    unittest.main()
