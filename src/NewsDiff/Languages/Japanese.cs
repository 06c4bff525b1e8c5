namespace NewsDiff.Languages;

/// <summary>The words of Japanese.</summary>
internal static class Japanese
{
    public static readonly Language Words = new()
    {
        Codes = "ja",
        WritesYearFirst = true,
        Morning = "午前 朝",
        Small = "未明",
        Midday = "正午 昼",
        Afternoon = "夕方",
        Later = "午後",
        Evening = "晚",
        Night = "夜 深夜",
        DateParticles = "年 月 日",
        UpdateLabels = ["更新"],
        PublishLabels = ["公開", "発行", "発表"],
        BylineOpenings = ["文", "記者", "執筆", "執筆者", "筆者", "著者", "取材・文", "ライター"],
        TitlesAfterNames = ["記者", "編集委員", "論説委員", "特派員"],
        Labels = ["広告"],
        TranscriptLabels = ["文字起こし"],
        CorrectionLabels =
        [
            "訂正", "おわびと訂正", "お詫びと訂正", "訂正しておわびします", "訂正して、おわびします", "訂正してお詫びします", "訂正して、お詫びします", "お詫びして訂正します",
            "おわびして訂正します",
        ],
        CorrectionSentences = ["この記事の以前の", "当初の記事で", "初出時、", "初出時に"],
        CommentWords = "コメント",
        ErrorTitles = ["ページが見つかりません"],
        NoticePhrases = ["お詫びして訂正", "おわびして訂正", "公開後に修正", "掲載後に修正", "公開後に訂正"],
        DatedNotices = "追記 更新 訂正 修正",
        Negations = "ない ません なかった せず 不 未",
        HedgeWords = "可能性 かもしれ 恐れ おそれ 疑い とみられ 見られ 模様 もよう らしい ようだ 見通し 見込み 推定 確認され 未確認 およそ ほぼ",
        ApproximationWords = "約",
        OtherCompounds = "未来 未満 不動産 不思議 少ない 危ない 予約 契約 規約",
        Honorifics =
            "さん 氏 様 ちゃん くん 君 選手 監督 容疑者 被告 首相 大統領 大臣 知事 市長 町長 村長 議員 社長 会長 教授 先生 記者 委員長",
        Places =
            "北海道 青森 岩手 宮城 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉 東京 神奈川 新潟 富山 石川 福井 山梨 長野 岐阜 静岡 愛知 三重 "
            + "滋賀 京都 大阪 兵庫 奈良 和歌山 鳥取 島根 岡山 広島 山口 徳島 香川 愛媛 高知 福岡 佐賀 長崎 熊本 大分 宮崎 鹿児島 沖縄 "
            + "札幌 仙台 横浜 名古屋 神戸",
        SayingWords = "述べ 話し 語っ 明らかにし 発表し によると によれば としている 説明し 伝え 報じ コメント 関係者",
    };
}
