using NewsDiff.Classification;
using static NewsDiff.Classification.ChangeClass;

namespace NewsDiff.Tests.Classification;

/// <summary>What kind of change an edit is, by examples in many languages, on both sides of each rule.</summary>
public sealed class ChangeClassifierTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en", "The plan costs £1.5m a year.", "The plan costs £15m a year.", Number)]
    [InlineData("en", "The plan costs £1.5m a year.", "The plan costs £1.5bn a year.", Number)]
    [InlineData("en", "They have 14 days to reply.", "They have 28 days to reply.", Number)]
    [InlineData("en", "It was -5 degrees at dawn.", "It was 5 degrees at dawn.", Number)]
    [InlineData("en", "At least two people died.", "At least twelve people died.", Number)]
    [InlineData("en", "Turnout was 45%.", "Turnout was 45.5%.", Number)]
    [InlineData("de", "Die Halle kostet 900.000 Euro.", "Die Halle kostet 1,9 Millionen Euro.", Number)]
    [InlineData("fr", "Il y a douze blessés.", "Il y a treize blessés.", Number)]
    [InlineData("hi", "हादसे में १२ लोग घायल हुए।", "हादसे में १५ लोग घायल हुए।", Number)]
    [InlineData("ja", "けが人は12人です。", "けが人は21人です。", Number)]
    [InlineData("xx", "Tha 12 duine ann.", "Tha 13 duine ann.", Number)]
    [InlineData("en", "The vote is on 4 May.", "The vote is on 5 May.", Date)]
    [InlineData("en", "The vote is on Monday.", "The vote is on Tuesday.", Date)]
    [InlineData("en", "It opened in 1998.", "It opened in 1989.", Date)]
    [InlineData("en", "Doors open at 19:30.", "Doors open at 18:30.", Date)]
    [InlineData("ru", "Это было 3 мая.", "Это было 5 мая.", Date)]
    [InlineData("zh", "会议在5月3日举行。", "会议在5月4日举行。", Date)]
    [InlineData("en", "It was led by Ruth Calloway on the night.", "It was led by Ruth Holloway on the night.", Name)]
    [InlineData("es", "El alcalde Juan Pérez llegó.", "El alcalde Juan Gómez llegó.", Name)]
    [InlineData("en", "He said: “We are ready to go.”", "He said: “We are nearly ready to go.”", Quotation)]
    [InlineData("en", "The so-called reform failed.", "The so-called “reform” failed.", Quotation)]
    [InlineData("de", "Er sagte: „Wir sind bereit.“", "Er sagte: „Wir waren bereit.“", Quotation)]
    [InlineData("fr", "Elle a dit : « Nous partons. »", "Elle a dit : « Nous restons. »", Quotation)]
    [InlineData("ja", "市長は「賛成だ」と述べた。", "市長は「反対だ」と述べた。", Quotation)]
    [InlineData("en", "The minister was involved.", "The minister was not involved.", Negation)]
    [InlineData("en", "The minister was involved.", "The minister wasn’t involved.", Negation)]
    [InlineData("de", "Der Bürgermeister war beteiligt.", "Der Bürgermeister war nicht beteiligt.", Negation)]
    [InlineData("ru", "Министр был причастен.", "Министр не был причастен.", Negation)]
    [InlineData("ar", "شارك الوزير في الاجتماع.", "لم يشارك الوزير في الاجتماع.", Negation)]
    [InlineData("he", "השר היה מעורב.", "השר לא היה מעורב.", Negation)]
    [InlineData("zh", "部长参加了会议。", "部长没参加会议。", Negation)]
    [InlineData("ko", "장관은 참석했다.", "장관은 참석하지 않았다.", Negation)]
    [InlineData("en", "The driver fled.", "The driver allegedly fled.", Certainty)]
    [InlineData("es", "El conductor huyó.", "El conductor presuntamente huyó.", Certainty)]
    [InlineData("tr", "Sürücü kaçtı.", "Sürücü muhtemelen kaçtı.", Certainty)]
    [InlineData("en", "The bridge is safe.", "The bridge is safe, the council said.", Attribution)]
    [InlineData("it", "Il ponte è sicuro.", "Il ponte è sicuro, secondo il comune.", Attribution)]
    public void An_edit_has_its_class_and_matters(string language, string before, string after, ChangeClass expected)
    {
        ChangeClasses classes = Classify(language, before, after);

        Assert.True(classes.Has(expected), $"{expected} is not in {classes}");
        Assert.False(classes.Has(Typography));
        Assert.InRange(classes.Significance, expected == Attribution ? 40 : 50, ChangeClasses.MaxSignificance);
    }

    [Theory]
    [InlineData("The plan -- as before -- failed.", "The plan — as before — failed.")]
    [InlineData("He said 'yes'.", "He said ‘yes’.")]
    [InlineData("It has 1,500 seats.", "It has 1500 seats.")]
    [InlineData("It has 1 500 seats.", "It has 1500 seats.")]
    [InlineData("The co-operation goes on", "The cooperation goes on.")]
    [InlineData("the council voted.", "The Council voted.")]
    [InlineData("Wait...", "Wait…")]
    public void Typography_alone_hardly_matters(string before, string after)
    {
        ChangeClasses classes = Classify("en", before, after);

        Assert.Equal([Typography], classes.Labels.Select(label => label.Class).Distinct());
        Assert.InRange(classes.Significance, 1, 10);
    }

    [Theory]
    [InlineData("en", "The tall bridge is open to cars.", "The high bridge is open to cars.")]
    [InlineData("en", "A new library was built here.", "A new library was erected here.")]
    [InlineData("de", "Die Brücke ist offen.", "Die Straße ist offen.")]
    [InlineData("en", "He came to May Street in London.", "He drove to May Street in London.")]
    [InlineData("en", "He can march with them.", "He shall march with them.")]
    [InlineData("ja", "すしを食べた。", "すずきを食べた。")]
    [InlineData("he", "אדם נכנס לבית.", "איש נכנס אל הבית.")]
    public void Other_words_have_none_of_the_classes_of_words(string language, string before, string after)
    {
        ChangeClasses classes = Classify(language, before, after);

        Assert.Empty(classes.Labels.Where(label => label.Class is not Silent));
        Assert.InRange(classes.Significance, 11, 49);
    }

    [Fact]
    public void A_label_says_where_it_is_and_why()
    {
        ChangeClasses classes = Classify("en", "They have 14 days to reply.", "They have 28 days to reply.");

        ChangeLabel number = Assert.Single(classes.Labels, label => label.Class == Number);
        Assert.Equal((1, 10..12, 10..12, "14 → 28"), (number.Row, number.OldRange, number.NewRange, number.Reason));
    }

    [Fact]
    public void Headline_and_lead_are_told_apart_from_the_rest()
    {
        Article before = Of("en", ["The first paragraph stands here.", "The second one follows it."]);
        Article headline = before with { Title = "New title" };
        Article lead = before with { Paragraphs = ["The first passage stands here.", "The second one follows it."] };
        Article rest = before with { Paragraphs = ["The first paragraph stands here.", "The second one trails it."] };

        Assert.Equal((true, false), Headed(before, headline));
        Assert.Equal((false, true), Headed(before, lead));
        Assert.Equal((false, false), Headed(before, rest));

        static (bool, bool) Headed(Article before, Article after)
        {
            ChangeClasses classes = ChangeClassifier.Classify(Change(before, after));
            return (classes.Has(Headline), classes.Has(Lead));
        }
    }

    [Fact]
    public void A_change_is_silent_unless_a_notice_or_the_date_tells_of_it()
    {
        Article before = Of("en", ["The plan costs £1.5m a year."]) with { ModifiedAt = Dated(8) };
        Article after = Of("en", ["The plan costs £15m a year."]) with { ModifiedAt = before.ModifiedAt };
        Article dated = after with { ModifiedAt = Dated(9) };
        Article noted = after with { Paragraphs = [.. after.Paragraphs, "Correction: an earlier figure was wrong."] };

        Assert.True(ChangeClassifier.Classify(Change(before, after)).Has(Silent));
        Assert.False(ChangeClassifier.Classify(Change(before, dated)).Has(Silent));
        ChangeClasses corrected = ChangeClassifier.Classify(Change(before, noted));
        Assert.False(corrected.Has(Silent));
        Assert.True(corrected.Has(Correction));
        Assert.False(ChangeClassifier.Classify(Change(before, before with { Title = "The Title" })).Has(Silent));
    }

    [Fact]
    public void Growth_cuts_and_rewriting_are_measured_in_words()
    {
        string[] one = [.. Enumerable.Range(0, 6).Select(i => Sentence(i, "harbour"))];
        string[] other = [.. Enumerable.Range(0, 6).Select(i => Sentence(i + 50, "orchard"))];

        Assert.True(Classify(one[..4], one).Has(Expansion));
        Assert.True(Classify(one, one[..4]).Has(Cut));
        Assert.True(Classify(one, other).Has(Rewrite));
        string edited = one[5].Replace("harbour", "orchard", StringComparison.Ordinal);
        ChangeClasses small = Classify(one, [.. one[..5], edited]);
        Assert.False(small.Has(Expansion) || small.Has(Cut) || small.Has(Rewrite));
        Assert.True(Classify(one, [.. one[2..], .. one[..2]]).Has(Move));
    }

    [Fact]
    public void A_return_to_an_earlier_version_is_found_when_the_earlier_ones_are_given()
    {
        ArticleVersion first = Version(1, Of("en", ["One text."]));
        ArticleVersion second = Version(2, Of("en", ["Another text."]));
        ArticleVersion third = Version(3, Of("en", ["One text."]));
        var change = new ArticleChange(second, third);

        Assert.True(ChangeClassifier.Classify(change, [first, second]).Has(Revert));
        Assert.False(ChangeClassifier.Classify(change).Has(Revert));
        Assert.False(ChangeClassifier.Classify(change, [second]).Has(Revert));
    }

    [Fact]
    public void Authors_in_another_order_are_the_same_byline()
    {
        Article before = Of("en", ["Text."]) with { Authors = ["Ann Lee", "Bob Ray"] };

        Assert.False(ChangeClassifier.Classify(
            Change(before, before with { Authors = ["Bob Ray", "ANN LEE"] })).Has(Byline));
        Assert.False(ChangeClassifier.Classify(Change(before, before with { Authors = [] })).Has(Byline));
        Assert.True(ChangeClassifier.Classify(Change(before, before with { Authors = ["Ann Lee"] })).Has(Byline));
    }

    [Fact]
    public void Numbers_and_names_of_a_whole_new_paragraph_are_no_changed_ones()
    {
        ChangeClasses classes = Classify(
            ["The council met."],
            ["The council met.", "It was attended by Ruth Calloway and 14 others, who had come by the early boat."]);

        Assert.False(classes.Has(Number) || classes.Has(Name));
    }

    [Fact]
    public void A_short_line_in_the_place_of_another_has_another_number()
    {
        Assert.True(Classify(["The match goes on.", "2 : 0"], ["The match goes on.", "2 : 1"]).Has(Number));
        Assert.False(Classify(["The list:", "Beta"], ["The list:", "Beta", "Model 707"]).Has(Number));
    }

    [Theory]
    [InlineData("en-GB", true)]
    [InlineData("pt_BR", true)]
    [InlineData("gd", false)]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("-", false)]
    public void An_unknown_language_is_said_to_be_unknown(string? language, bool isKnown) =>
        Assert.Equal(isKnown, Classify(language, "One.", "Two.").KnowsLanguage);

    /// <summary>Whatever else changes: a number, a denial or a quotation never counts as noise.</summary>
    [Fact]
    public void A_changed_number_never_looks_like_typography() => Rendering.Stories.Check((old, @new) =>
    {
        foreach ((string before, string after) in new[] { ("£1.5m", "£15m"), ("14", "28"), ("was", "was not") })
        {
            ChangeClasses classes = Classify("en", $"{old} {before} {@new}", $"{old} {after} {@new}");
            Assert.InRange(classes.Significance, 50, ChangeClasses.MaxSignificance);
        }
    });

    [Fact]
    public void Any_two_texts_have_classes_in_the_bounds_of_their_rows() => Rendering.Stories.Check((old, @new) =>
    {
        ArticleChange change = Change(Of("en", [old, @new]), Of("en", [@new, old, @new + old]));
        foreach (ChangeLabel label in ChangeClassifier.Classify(change).Labels.Where(label => label.Row >= 0))
        {
            ParagraphChange row = change.Diff.Paragraphs[label.Row!.Value];
            string oldText = row.Words?.OldText ?? TextOf(change.Before.Article, row.OldIndexes);
            string newText = row.Words?.NewText ?? TextOf(change.After.Article, row.NewIndexes);
            _ = oldText[label.OldRange] + newText[label.NewRange];
        }
    });

    private static ArticleDate Dated(int hour) =>
        ArticleDate.FromDateTimeOffset(new DateTimeOffset(2026, 5, 3, hour, 0, 0, TimeSpan.Zero));

    private static string TextOf(Article article, IEnumerable<int> indexes) =>
        string.Concat(indexes.Select(index => article.Paragraphs[index].Text));

    private static string Sentence(int seed, string subject)
    {
        char Letter(int number) => (char)('a' + (number % 26));
        IEnumerable<string> words = Enumerable.Range(0, 15).Select(i => $"{subject}{Letter(i + seed)}{Letter(seed)}");
        return string.Join(' ', words) + ".";
    }

    private static ChangeClasses Classify(string? language, string before, string after) =>
        ChangeClassifier.Classify(
            Change(Of(language, ["A first paragraph.", before]), Of(language, ["A first paragraph.", after])));

    private static ChangeClasses Classify(string[] before, string[] after) =>
        ChangeClassifier.Classify(Change(Of("en", before), Of("en", after)));

    private static ArticleChange Change(Article before, Article after) => new(Version(1, before), Version(2, after));

    private static ArticleVersion Version(int number, Article article) => new()
    {
        ArticleId = "a",
        Number = number,
        Article = article,
        ContentHash = ContentHash.Compute(article),
        SeenAt = Noon.AddHours(number),
    };

    private static Article Of(string? language, string[] paragraphs) => new()
    {
        Url = new Uri("https://news.example/1"),
        Title = "The title",
        Language = language,
        Paragraphs = [.. paragraphs.Select(text => new Paragraph(text))],
    };
}
