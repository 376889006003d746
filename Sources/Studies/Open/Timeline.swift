import Ecosystem
import Reporting

/// What happened in order, the stages of cooperation, and what is planned; every date as exact as printed.
public struct Timeline: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "timeline", version: "1", verb: .see,
            title: Localized("Events and stages of cooperation", "大事记与合作阶段"),
            question: Localized(
                "What happened when, in which stage of cooperation, and what is planned?",
                "何时发生了什么，处于哪个合作阶段，还有哪些计划？"),
            parameters: [
                StudyParameter(
                    "region", .record(.region), title: Localized("Region", "地区"),
                    help: Localized("Only events in this region or a part of it", "只看该地区及其下级地区的事件"),
                    default: .fromPackage { $0.identity.homeRegion?.text }),
                StudyParameter(
                    "kind",
                    .choice(Ecosystem.Vocabulary.eventKind.terms.map { .init($0.code, $0.label) }),
                    title: Localized("Kind", "类别"), help: Localized("Only events of this kind", "只看这一类事件")),
                StudyParameter(
                    "entity", .text(maximumLength: 100), title: Localized("Concerns", "涉及"),
                    help: Localized(
                        "Only events that concern this record; its id, such as that of an organization or policy",
                        "只看涉及该记录的事件；填编号，如机构或政策的编号")),
            ],
            methods: [Timeline.method])
    }

    static let method = Method(
        Localized(
            "Events are ordered by their date as written, from year to day: an event of a year stands before the days of "
                + "that year. Dates are never filled up: a year stays a year. An event is planned where its record says so.",
            "事件按所写日期排序，精确到年者排在当年各日之前。日期不补全，只印年份的仍为年份。记录注明为计划的事件标为计划。"),
        limits: Localized(
            "Only events that a document dates; the time between two events says nothing about what happened in it.",
            "只含文献注明日期的事件；两事件之间的空白不代表无事发生。"))
}
