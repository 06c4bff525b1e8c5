using NewsDiff.Classification;
using static NewsDiff.Classification.ChangeClass;

namespace NewsDiff.Tests.Classification;

/// <summary>Where a rule of the classes ends: what it finds, and what looks like it but is something else.</summary>
public sealed class ChangeRuleTests
{
    [Theory]
    [InlineData("en", Number, "See https://news.example/a?id=1 there.", "See https://news.example/a?id=2 there.")]
    [InlineData("en", Number, "See //news.example/1/a there.", "See //news.example/2/a there.")]
    [InlineData("en", Number, "The patch adds support.", "The patch MX-240 adds support.")]
    [InlineData("en", Number, "They call it BLIP04 now.", "They call it BLIP4 now.")]
    [InlineData("en", Number, "Their 41th single is out.", "Their 41st single is out.")]
    [InlineData("en", Number, "2. Fill in the form here.", "Fill in the form here.")]
    [InlineData("en", Number, "Trust rose again.", "[1] Trust rose again.")]
    [InlineData("en", Number, "In all, 300 seats of the hall are free.", "In all, seats of the hall are free: 300.")]
    [InlineData("en", Number, "The hall stays open.", "The hall stays open. It has 300 seats.")]
    [InlineData("en", Number, "The hall stays open.", "Seats 2026: The hall stays open.")]
    [InlineData("en", Number, "It is day 1 of the trial.", "It is day-1 of the trial.")]
    [InlineData("ja", Number, "詳細は第259号", "詳細は第259号に掲載")]
    [InlineData("en", Name, "Tags: Calloway, harbour, ferry, boats", "Tags: harbour, ferry, Calloway, boats")]
    [InlineData("en", Name, "It was the Calloway plan.", "It was Calloway’s plan.")]
    [InlineData("en", Name, "The ferry left at dawn.", "The ferry, which once belonged to the Calloway family, left at dawn.")]
    [InlineData("en", Name, "The screens have a user interface.", "The screens have a user interface (UI).")]
    [InlineData("en", Name, "He was googling it.", "He was Googling it.")]
    [InlineData("en", Name, "It is for non-EU citizens.", "It is for people outside the EU.")]
    [InlineData("en", Name, "A report tells more.", "A report (PDF, 24 pages) tells more.")]
    [InlineData("en", Name, "Take image 20240902T0137 for it.", "Take image 20240902B0138 for it.")]
    [InlineData("ja", Name, "1.会場限定盤の詳細", "1.会場限定版の詳細")]
    [InlineData("ja", Name, "駅前で山田が話した。", "広場で山田が話した。")]
    [InlineData("ja", Name, "次のHTLCが必要です。", "次のCLTVが必要です。")]
    [InlineData("ja", Quotation, "新曲「港の歌」を発売した。", "新曲「港の声」を発売した。")]
    [InlineData("en", Quotation, "They said \"we go, and nobody stays.", "They said \"we go, and nobody stays.\"")]
    [InlineData("en", Quotation, "The workers voted.", "The workers voted. The ferry “Amelia” left.")]
    [InlineData("en", Quotation, "Here is the code.", "Here is the code. el.text = '#a { color: red; }';")]
    [InlineData("en", Quotation, "The hall got the name \"Old Pier\".", "The hall got the name \"New Pier\".")]
    [InlineData("en", Quotation, "It was in \"Boats of the North Sea\".", "It was in \"Ships of the North Sea\".")]
    [InlineData("cs", Quotation, "Vyšla kniha „Dějiny lodí na severu“.", "Vyšla kniha „Dějiny lodě na severu“.")]
    [InlineData("en", Quotation, "On “Harbour Day of Work” it is free.", "On Harbour Day of Work it is free.")]
    [InlineData("en", Quotation, "Here is the code.", "Here is the code. box = make('one two three');")]
    [InlineData("en", Negation, "The patent no. 395 was his.", "The patent 395 was his.")]
    [InlineData("en", Negation, "It carries cars and people.", "It carries not only cars but people.")]
    [InlineData("de", Negation, "Sie fährt Autos und Leute.", "Sie fährt nicht nur Autos, sondern Leute.")]
    [InlineData("ja", Negation, "過去の会議で決める。", "未来の会議で決める。")]
    [InlineData("en", Negation, "It is not open to all anymore.", "It is no longer open to all.")]
    [InlineData("en", Negation, "She left the room.", "She left the room without a word.")]
    [InlineData("en", Negation, "The group Sans Borders came.", "The group Doctors Without Borders came.")]
    [InlineData("en", Certainty, "This helps a guest who could crash it.", "This could help a guest to crash it.")]
    [InlineData("en", Certainty, "The reports seem thin.", "The reports seems thin.")]
    [InlineData("en", Certainty, "They read the book.", "They read about the book.")]
    [InlineData("en", Certainty, "It opens in May this year.", "It opens in June this year.")]
    [InlineData("en", Certainty, "The hall is open.", "The hall is open, and visitors may enter by the old gate now.")]
    [InlineData("en", Certainty, "It seats about 300 people.", "It seats approximately 300 people.")]
    [InlineData("en", Certainty, "The hall is large.", "The hall is large (about 300 seats).")]
    [InlineData("ja", Certainty, "船の申込を始めた。", "船の予約を始めた。")]
    [InlineData("en", Attribution, "He lives in the Netherlands now.", "He lives in the United States now.")]
    [InlineData("en", Attribution, "The patch brought support.", "The patch added support.")]
    [InlineData("en", Attribution, "According to Lee it is safe now.", "It is safe now, according to Lee.")]
    [InlineData("en", Correction, "The team met.", "The team met, and an update of the tool followed.")]
    [InlineData("en", Correction, "The team met.", "The team met. Updates to the tool followed.")]
    [InlineData("ja", Correction, "写真を公開した。", "写真を公開し、内容の更新を続けた。")]
    public void What_only_looks_like_a_class_is_none(string language, ChangeClass not, string before, string after)
    {
        ChangeClasses classes = Classify(language, before, after);

        Assert.False(classes.Has(not), classes.ToString());
    }

    [Theory]
    [InlineData("en", Number, "The patch MX-240 adds support.", "The patch MX-250 adds support.")]
    [InlineData("en", Number, "The hall is open.", "The hall with 300 seats is open.")]
    [InlineData("en", Number, "Day 1 of the trial.", "Day 2 of the trial.")]
    [InlineData("en", Name, "NATO agreed to the plan.", "OPEC agreed to the plan.")]
    [InlineData("en", Name, "It was the Calloway plan.", "It was Holloway’s plan.")]
    [InlineData("en", Name, "The ferry of the family left.", "The ferry of the Calloway family left.")]
    [InlineData("en", Name, "The CDC page is new.", "The Centers for Disease Control and Prevention (CDC) page is new.")]
    [InlineData("cs", Name, "Potom Jan Novák odešel.", "Potom Jan Novotný odešel.")]
    [InlineData("ja", Name, "開発者のRusselは返信した。", "開発者のRussellは返信した。")]
    [InlineData("ja", Name, "新曲「港の歌」を発売した。", "新曲「港の声」を発売した。")]
    [InlineData("ja", Name, "（愛知公演）2月7日", "（佐賀公演）2月7日")]
    [InlineData("ja", Name, "12.管原咲月", "12.菅原咲月")]
    [InlineData("ja", Name, "会は高橋市長が開いた。", "会は高梨市長が開いた。")]
    [InlineData("zh", Name, "会议在北京举行。", "会议在上海举行。")]
    [InlineData("en", Name, "A friend tells more.", "A friend (Ruth Calloway) tells more.")]
    [InlineData("en", Quotation, "She said \"old\" twice.", "She said \"new\" twice.")]
    [InlineData("en", Quotation, "It read: \"old pier\" in red.", "It read: \"new pier\" in red.")]
    [InlineData("en", Quotation, "They spoke of \"the worst of all days.\"", "They spoke of \"the best of all days.\"")]
    [InlineData("en", Quotation, "He called it \"a sad affair\".", "He called it \"a sad story\".")]
    [InlineData("cs", Quotation, "Řekl, že jde o „velkou chybu“.", "Řekl, že jde o „malou chybu“.")]
    [InlineData("pl", Quotation, "To „nasza stara łódź“ z portu.", "To „nasza nowa łódź“ z portu.")]
    [InlineData("en", Negation, "It carries only cars.", "It carries not cars, only people.")]
    [InlineData("en", Negation, "They gave no. The talks end.", "They gave it. The talks end.")]
    [InlineData("ja", Negation, "結果は確定です。", "結果は未確定です。")]
    [InlineData("ja", Certainty, "船は300人を乗せた。", "船は約300人を乗せた。")]
    [InlineData("en", Certainty, "It seats 300 people.", "It seats roughly 300 people.")]
    [InlineData("en", Attribution, "The bridge is safe.", "The bridge is safe, a source said.")]
    [InlineData("ja", Quotation, "市長は「港を残す」と話した。", "市長は「港を閉じる」と話した。")]
    [InlineData("en", Quotation, "The workers voted.", "The workers voted. “We want to stay,” one of them said.")]
    [InlineData("en", Quotation, "The so called reform of old failed.", "The ‘so called reform’ of old failed.")]
    [InlineData("en", Negation, "They did it with permission.", "They did it without permission.")]
    [InlineData("de", Negation, "Er kam mit Ausweis.", "Er kam ohne Ausweis.")]
    [InlineData("cs", Negation, "Most je otevřený.", "Most není otevřený.")]
    [InlineData("ja", Negation, "申込は可能です。", "申込は不可能です。")]
    [InlineData("en", Certainty, "It seats 300 people.", "It seats about 300 people.")]
    [InlineData("en", Certainty, "The reports seem thin.", "The reports are thin.")]
    [InlineData("en", Attribution, "The bridge is safe.", "The bridge is safe, a spokesman explained.")]
    [InlineData("en", Correction, "It costs 4 euros.", "It costs 5 euros. [Edit: the price was corrected.]")]
    [InlineData("en", Correction, "It costs 4 euros.", "It costs 5 euros. We regret the error.")]
    [InlineData("en", Correction, "It costs 4 euros.", "Update: It costs 5 euros.")]
    [InlineData("ja", Correction, "写真を公開した。", "写真を公開した。（5月3日追記）")]
    public void What_a_class_means_is_found(string language, ChangeClass expected, string before, string after)
    {
        ChangeClasses classes = Classify(language, before, after);

        Assert.True(classes.Has(expected), classes.ToString());
    }

    [Theory]
    [InlineData("It&#8217;s late, and we&#8217;d go.", "It's late, and we'd go.")]
    [InlineData("They spoke of it &#8220;as is&#8221;.", "They spoke of it “as is”.")]
    [InlineData("The report of 2016/2017 is out.", "The report of 2016 / 2017 is out.")]
    [InlineData("Use `ls` [1] here.", "Use ls [^1] here.")]
    public void Marks_of_markup_and_spaces_in_numbers_are_typography(string before, string after)
    {
        ChangeClasses classes = Classify("en", before, after);

        Assert.InRange(classes.Significance, 0, 10);
        Assert.True(Classify("en", before, after + " Not now.").Significance > 10);
    }

    [Theory]
    [InlineData("en", "Correction: an earlier figure was wrong.")]
    [InlineData("ja", "※4月14日(月)に公開した文言を訂正いたしました。")]
    [InlineData("en", "DE / EN / FR / JA")]
    public void A_notice_or_a_bar_of_links_is_no_lead(string language, string line)
    {
        Assert.False(HasOtherLead("The old lead stands."));
        Assert.True(HasOtherLead("The new lead stands."));

        bool HasOtherLead(string lead) => Classify(
            language, ["The old lead stands.", "A second line."], [line, lead, "A second line."]).Has(Lead);
    }

    [Fact]
    public void A_text_of_which_little_is_left_was_cut_and_one_in_other_words_was_rewritten()
    {
        string[] all = [.. Enumerable.Range(0, 9).Select(i => Sentence("harbour", i))];
        string[] other = [.. Enumerable.Range(0, 9).Select(i => Sentence("orchard", i))];

        ChangeClasses cut = Classify("en", all, all[..3]);
        ChangeClasses grown = Classify("en", all[..3], all);
        ChangeClasses rewritten = Classify("en", all[..4], [all[0], .. other]);

        Assert.Equal((true, false), (cut.Has(Cut), cut.Has(Rewrite)));
        Assert.Equal((true, false), (grown.Has(Expansion), grown.Has(Rewrite)));
        Assert.True(rewritten.Has(Rewrite));
    }

    [Fact]
    public void A_notice_inside_of_a_paragraph_admits_the_change()
    {
        Assert.True(Classify("en", "It costs 4 euros.", "It costs 5 euros.").Has(Silent));
        Assert.False(
            Classify("en", "It costs 4 euros.", "It costs 5 euros. This was corrected after publication.").Has(Silent));
    }

    private static string Sentence(string word, int seed) =>
        string.Join(' ', Enumerable.Range(0, 15).Select(i => $"{word}{(char)('a' + i)}{(char)('a' + seed)}")) + ".";

    private static ChangeClasses Classify(string language, string before, string after) =>
        Classify(language, ["A first paragraph.", before], ["A first paragraph.", after]);

    private static ChangeClasses Classify(string language, string[] before, string[] after) =>
        ChangeClassifier.Classify(SampleNews.Change(Story(language, before), Story(language, after)));

    private static Article Story(string language, string[] paragraphs) => SampleNews.Article("The title") with
    {
        Language = language,
        Paragraphs = [.. paragraphs.Select(text => new Paragraph(text))],
    };
}
