namespace NewsDiff.Languages;

/// <summary>The words of Chinese.</summary>
internal static class Chinese
{
    public static readonly Language Words = new()
    {
        Codes = "zh",
        Country = "CN",
        WritesYearFirst = true,
        Weekdays = "星期一 周一 週一,星期二 周二 週二,星期三 周三 週三,星期四 周四 週四,星期五 周五 週五,星期六 周六 週六,星期天 周天 週天",
        Pm = "下午",
        Morning = "上午 早上 早晨 清晨 清早",
        Small = "凌晨",
        Midday = "中午 正午",
        Afternoon = "傍晚 下晝",
        Evening = "晚上 晚间 晚間 晚",
        Night = "夜 深夜 夜间 夜間 半夜",
        DateParticles = "年 月 日",
        UpdateLabels = ["更新"],
        PublishLabels = ["发布", "發布"],
        BylineOpenings =
        [
            "记者", "記者", "作者", "撰文", "撰稿", "本报记者", "本報記者", "见习记者", "实习记者", "特约记者", "通讯员", "编译", "文", "新华社记者", "新華社記者",
            "中新社记者", "央视记者", "本台记者", "本网记者", "本社记者",
        ],
        TitlesAfterNames = ["记者", "記者"],
        Labels = ["广告", "廣告"],
        TranscriptLabels = ["文字稿"],
        CorrectionLabels = ["更正", "勘误", "勘誤", "更正启事", "更正啟事", "更正说明", "更正說明"],
        CorrectionSentences = ["本文早前", "本文早些时候"],
        CommentWords = "评论 評論 留言",
        ErrorTitles = ["页面不存在", "找不到頁面", "找不到页面"],
        NoticePhrases = ["特此更正", "本文已更正", "本文已作更正"],
        DatedNotices = "更新 更正 修订 修訂",
        Negations = "不 没 沒 无 無 非 未 否 别 勿",
        HedgeWords = "可能 或许 或許 也许 也許 大概 据称 據稱 疑似 涉嫌 似乎 预计 預計 估计 估計 证实 證實 大约 大約 将近 將近 据报 據報",
        ApproximationWords = "约 約",
        OtherCompounds =
            "不断 不斷 不过 不過 不仅 不僅 不但 不同 不久 特别 特別 分别 分別 级别 級別 区别 區別 性别 性別 差别 差別 类别 類別 未来 未來 "
            + "是否 能否 非常 非洲 无线 無線 无论 無論 数据 數據 证据 證據 占据 佔據 收据 收據 名称 名稱 简称 簡稱 小说 小說 说明 說明",
        Honorifics = "先生 女士 教授 主席 总统 總統 总理 總理 部长 部長 市长 市長 记者 記者",
        Places =
            "北京 上海 天津 重庆 重慶 河北 山西 辽宁 遼寧 吉林 黑龙江 黑龍江 江苏 江蘇 浙江 安徽 福建 江西 山东 山東 河南 湖北 湖南 "
            + "广东 廣東 海南 四川 贵州 貴州 云南 雲南 陕西 陝西 甘肃 甘肅 青海 台湾 台灣 内蒙古 內蒙古 广西 廣西 西藏 宁夏 寧夏 新疆 "
            + "香港 澳门 澳門 广州 廣州 深圳 武汉 武漢 台北 高雄 美国 美國 日本 韩国 韓國 英国 英國 法国 法國 德国 德國 俄罗斯 俄羅斯",
        SayingWords = "说 說 表示 称 稱 指出 告诉 告訴 宣布 透露 强调 強調 据 據 发言人 發言人 消息人士",
    };
}
