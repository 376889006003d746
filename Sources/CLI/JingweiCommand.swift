import ArgumentParser
import Web

/// The command `jingwei`.
@main
struct JingweiCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jingwei",
        abstract: "See, diagnose, stress, plan, agree on and trade in a regional industry.",
        discussion: """
            Without --data, commands use the built-in Beijing-Tianjin-Hebei package. Results go to standard output, \
            progress and findings to standard error.
            Exit codes: 0 done, 1 wrong input, 2 no feasible answer, 64 usage.
            """,
        version: Site.version,
        subcommands: [
            Serve.self, ListStudies.self, Run.self, Merge.self, Check.self, Import.self, Export.self,
            Diff.self, New.self,
            Backup.self, Restore.self,
        ])
}
