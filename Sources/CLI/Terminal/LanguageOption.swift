public import ArgumentParser
public import Ecosystem

extension Language: ExpressibleByArgument {}

/// The language of what is printed.
struct LanguageOption: ParsableArguments {
    @Option(help: "zh or en; by the environment (LC_ALL, LANG) where it is not given.")
    var language: Language?

    /// The language to print in.
    var value: Language { language ?? Console.language }
}
