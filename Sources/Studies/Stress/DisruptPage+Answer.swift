import Ecosystem
import Reporting

extension DisruptPage {
    var answer: Localized {
        let names = result.shocks.prefix(3).map { name(of: $0) }
        let what = Localized(
            names.map(\.en).joined(separator: ", "), names.map(\.zh).joined(separator: "、"))
        let lost = words(result.lossShare, result.bands?.lossShare)
        let worst = words(result.worst, result.bands?.worst)
        if result.lossShare.magnitude < 1e-9, result.worst < 1e-9 {
            guard let bands = result.bands, bands.felt > 0 else {
                return Localized("\(what.en): nothing is lost.", "\(what.zh)：没有损失。")
            }
            let most = words(bands.lossShare.high ?? 0)
            return Localized(
                "\(what.en): nothing is lost in the middle network; something runs short in \(bands.felt) of \(bands.samples), and 95 % of them "
                    + "lose \(most.en) of all output of \(result.days) days at most.",
                "\(what.zh)：居中的网络没有损失；\(bands.samples) 个网络中有 \(bands.felt) 个出现断供，95% 的网络在 \(result.days) 天内的损失不超过总产出的 \(most.zh)。"
            )
        }
        let dry = result.segments.filter { $0.dryDay != nil }.sorted {
            ($0.dryDay ?? 0, $0.sector) < ($1.dryDay ?? 0, $1.sector)
        }.first
        let ends = dry.map {
            let sector = input.model.name(of: $0.sector)
            return Localized(
                "; \(sector.en) runs short first, on day \($0.dryDay ?? 0)",
                "；最先断供的是\(sector.zh)（第 \($0.dryDay ?? 0) 天）")
        }
        if let bands = result.bands {
            let felt =
                bands.felt == 0
                ? Localized("; nothing runs short", "；没有投入断供")
                : Localized(
                    "; something runs short in \(bands.felt) of \(bands.samples) networks",
                    "；\(bands.samples) 个网络中有 \(bands.felt) 个出现断供")
            return Localized(
                "\(what.en): \(lost.en) of all output of \(result.days) days is lost, \(worst.en) on the worst day"
                    + felt.en + ".",
                "\(what.zh)：\(result.days) 天内损失总产出的 \(lost.zh)，最差的一天损失 \(worst.zh)" + felt.zh + "。")
        }
        return Localized(
            "\(what.en): \(lost.en) of all output of \(result.days) days is lost, \(worst.en) on the worst day (\(result.worstDay)); "
                + "\(result.hits.count.words) firms are hit" + (ends?.en ?? "") + ".",
            "\(what.zh)：\(result.days) 天内损失总产出的 \(lost.zh)，最差的一天（第 \(result.worstDay) 天）损失 \(worst.zh)；"
                + "\(result.hits.count.words) 家受冲击" + (ends?.zh ?? "") + "。")
    }

    var figures: [Figure] {
        var figures = [
            Figure(
                Localized("Output lost", "产出损失"),
                .number(percent(result.bands?.lossShare.middle ?? result.lossShare)), unit: Self.percentUnit,
                period: result.bands.flatMap { interval($0.lossShare) }, origin: origin,
                meaning: Localized(
                    "of all output in the days computed, less what is made up for later", "占推演期总产出，已扣除事后补产")),
            Figure(
                Localized("Amount lost", "产出损失额"), .number(money(result.loss)), unit: unit, origin: origin),
            Figure(
                Localized("of this, by what stopped itself", "其中停摆者自身损失"), .number(money(result.direct)),
                unit: unit,
                origin: origin),
            Figure(
                Localized("Worst day", "最差一天"),
                .number(percent(result.bands?.worst.middle ?? result.worst)), unit: Self.percentUnit,
                period: result.bands.flatMap { interval($0.worst) }
                    ?? Localized("day \(result.worstDay)", "第 \(result.worstDay) 天"), origin: origin),
            Figure(
                Localized("Final demand not met", "未满足的最终需求"), .number(money(result.unmet)), unit: unit,
                origin: origin),
            Figure(Localized("Firms hit", "受冲击企业"), .number(FigureNumber(result.hits.count)), origin: origin),
        ]
        if let jobs = result.bands?.jobDays?.middle ?? result.jobDays {
            figures.append(
                Figure(
                    Localized("Work lost", "损失的工作量"), .number(money(jobs)),
                    unit: Localized("job-days", "岗位·天"),
                    period: result.bands?.jobDays.flatMap { amounts($0) }, origin: origin,
                    meaning: Localized("jobs times the part of output lost, day by day", "岗位数乘以逐日产出损失比例")))
        } else {
            figures.append(
                Figure(
                    Localized("Work lost", "损失的工作量"), .missing(Self.noJobs(result))))
        }
        return figures
    }
}
