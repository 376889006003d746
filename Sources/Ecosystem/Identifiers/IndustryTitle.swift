/// The title of an industry code in one edition of GB/T 4754.
///
/// The codes of the vehicle chain are listed; others are accepted without a title. Chinese titles are those of the
/// standard, English ones are ours.
struct IndustryTitle: Sendable {
    let digits: String
    let title: Localized
    /// For the edition of 2011: the codes of 2017 that cover the activity.
    let in2017: [String]

    init(_ digits: String, _ zh: String, _ en: String, in2017: [String] = []) {
        self.digits = digits
        title = Localized(en, zh)
        self.in2017 = in2017
    }

    /// The division that both tables hold completely.
    static let completeDivision = "36"

    /// The entry of a code in an edition.
    static func find(_ digits: String, _ edition: IndustryEdition) -> IndustryTitle? {
        switch edition {
        case .gbt2011: edition2011.first { $0.digits == digits }
        case .gbt2017: edition2017.first { $0.digits == digits }
        }
    }

    static let edition2017: [IndustryTitle] = [
        IndustryTitle("35", "专用设备制造业", "Special-purpose equipment"),
        IndustryTitle("3562", "半导体器件专用设备制造", "Equipment for making semiconductor devices"),
        IndustryTitle("36", "汽车制造业", "Motor vehicles"),
        IndustryTitle("361", "汽车整车制造", "Complete motor vehicles"),
        IndustryTitle("3611", "汽柴油车整车制造", "Petrol and diesel vehicles"),
        IndustryTitle("3612", "新能源车整车制造", "New-energy vehicles"),
        IndustryTitle("362", "汽车用发动机制造", "Engines for motor vehicles"),
        IndustryTitle("3620", "汽车用发动机制造", "Engines for motor vehicles"),
        IndustryTitle("363", "改装汽车制造", "Converted vehicles"),
        IndustryTitle("3630", "改装汽车制造", "Converted vehicles"),
        IndustryTitle("364", "低速汽车制造", "Low-speed vehicles"),
        IndustryTitle("3640", "低速汽车制造", "Low-speed vehicles"),
        IndustryTitle("365", "电车制造", "Trams and trolleybuses"),
        IndustryTitle("3650", "电车制造", "Trams and trolleybuses"),
        IndustryTitle("366", "汽车车身、挂车制造", "Vehicle bodies and trailers"),
        IndustryTitle("3660", "汽车车身、挂车制造", "Vehicle bodies and trailers"),
        IndustryTitle("367", "汽车零部件及配件制造", "Vehicle parts and accessories"),
        IndustryTitle("3670", "汽车零部件及配件制造", "Vehicle parts and accessories"),
        IndustryTitle("38", "电气机械和器材制造业", "Electrical machinery and equipment"),
        IndustryTitle("3812", "电动机制造", "Electric motors"),
        IndustryTitle("3813", "微特电机及组件制造", "Micro and special motors and their assemblies"),
        IndustryTitle("3821", "变压器、整流器和电感器制造", "Transformers, rectifiers and inductors"),
        IndustryTitle("3824", "电力电子元器件制造", "Power electronic components"),
        IndustryTitle("3831", "电线、电缆制造", "Wires and cables"),
        IndustryTitle("384", "电池制造", "Batteries"),
        IndustryTitle("3841", "锂离子电池制造", "Lithium-ion batteries"),
        IndustryTitle("3842", "镍氢电池制造", "Nickel-metal hydride batteries"),
        IndustryTitle("3843", "铅蓄电池制造", "Lead-acid batteries"),
        IndustryTitle("3849", "其他电池制造", "Other batteries"),
        IndustryTitle("3872", "照明灯具制造", "Lighting fixtures"),
        IndustryTitle("3891", "电气信号设备装置制造", "Electrical signalling equipment"),
        IndustryTitle("39", "计算机、通信和其他电子设备制造业", "Computers, communication and other electronics"),
        IndustryTitle("3962", "智能车载设备制造", "Intelligent in-vehicle equipment"),
        IndustryTitle("3972", "半导体分立器件制造", "Discrete semiconductor devices"),
        IndustryTitle("3973", "集成电路制造", "Integrated circuits"),
        IndustryTitle("3974", "显示器件制造", "Display devices"),
        IndustryTitle("3976", "光电子器件制造", "Optoelectronic devices"),
        IndustryTitle("3982", "电子电路制造", "Electronic circuits"),
        IndustryTitle("3983", "敏感元件及传感器制造", "Sensing elements and sensors"),
        IndustryTitle("3985", "电子专用材料制造", "Special materials for electronics"),
        IndustryTitle("40", "仪器仪表制造业", "Measuring instruments"),
        IndustryTitle("4011", "工业自动控制系统装置制造", "Industrial automatic control systems"),
        IndustryTitle("4015", "试验机制造", "Testing machines"),
        IndustryTitle("4022", "运输设备及生产用计数仪表制造", "Counting instruments for transport and production"),
        IndustryTitle("42", "废弃资源综合利用业", "Recovery of waste resources"),
        IndustryTitle("4210", "金属废料和碎屑加工处理", "Processing of metal waste and scrap"),
        IndustryTitle("4220", "非金属废料和碎屑加工处理", "Processing of non-metal waste and scrap"),
    ]

    static let edition2011: [IndustryTitle] = [
        IndustryTitle("36", "汽车制造业", "Motor vehicles", in2017: ["36"]),
        IndustryTitle("361", "汽车整车制造", "Complete motor vehicles", in2017: ["361"]),
        IndustryTitle("3610", "汽车整车制造", "Complete motor vehicles", in2017: ["3611", "3612"]),
        IndustryTitle("362", "改装汽车制造", "Converted vehicles", in2017: ["363"]),
        IndustryTitle("3620", "改装汽车制造", "Converted vehicles", in2017: ["3630"]),
        IndustryTitle("363", "低速载货汽车制造", "Low-speed trucks", in2017: ["364"]),
        IndustryTitle("3630", "低速载货汽车制造", "Low-speed trucks", in2017: ["3640"]),
        IndustryTitle("364", "电车制造", "Trams and trolleybuses", in2017: ["365"]),
        IndustryTitle("3640", "电车制造", "Trams and trolleybuses", in2017: ["3650"]),
        IndustryTitle("365", "汽车车身、挂车制造", "Vehicle bodies and trailers", in2017: ["366"]),
        IndustryTitle("3650", "汽车车身、挂车制造", "Vehicle bodies and trailers", in2017: ["3660"]),
        IndustryTitle("366", "汽车零部件及配件制造", "Vehicle parts and accessories", in2017: ["367"]),
        IndustryTitle("3660", "汽车零部件及配件制造", "Vehicle parts and accessories", in2017: ["3670"]),
    ]
}
