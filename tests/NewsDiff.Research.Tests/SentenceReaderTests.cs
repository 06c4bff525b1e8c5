namespace NewsDiff.Research.Tests;

/// <summary>Where sentences end, by examples in many languages; a border is written <c>|</c>.</summary>
public sealed class SentenceReaderTests
{
    [Theory]
    [InlineData("en", "The ferry sank.| Nobody was hurt!| Why?| Police do not know.")]
    [InlineData("en", "Mr. Hall met Dr. Ruth M. Calloway at St. Mary's.| They left at 5 p.m.| The talks go on.")]
    [InlineData("en", "The U.S. troops left.| “Are you sure?” she asked.| “I am.”| He nodded.")]
    [InlineData("en", "It rose by 3.5 per cent.| See No. 7 and fig. 2.| He said no.| She agreed.")]
    [InlineData("en", "“We won’t pay.”| (The council disagrees.)| It ends here")]
    [InlineData("en", "Visit example.org/a.html today.| Then … perhaps… not.| Yes.")]
    [InlineData("en", "1. The ferry sank.| It was the 2.| Next came\n 3. Three more.")]
    [InlineData("en", "2019.| What a year: 12.| Then 13.")]
    [InlineData("de", "Am 3. Mai sprach Dr. Weber mit Prof. Klein, z.B. über Geld.| Er wurde 42.| Danach ging er.")]
    [InlineData("de", "„Das war nichts.“| Er ging.")]
    [InlineData("fr", "M. Durand a vu Mme. Petit.| « Nous partons. »| Elle sourit.")]
    [InlineData("es", "El Sr. Pérez llegó a la pág. 4.| ¿Quién es?| ¡No lo sé!")]
    [InlineData("ru", "В 2019 г. Иванов уехал в г. Москву.| А. С. Пушкин жил там.| Да.")]
    [InlineData("pl", "W 2019 r. zarobił 5 tys. zł.| Prof. Nowak zaprzecza.")]
    [InlineData("cs", "Stalo se to 12. května.| Potom odešel.")]
    [InlineData("ar", "وصل الوزير أمس.| هل سيعود؟| لا أحد يعلم.")]
    [InlineData("hi", "हादसे में १२ लोग घायल हुए।| जांच जारी है।")]
    [InlineData("ja", "市長は「賛成だ。反対はない。」と述べた。|会議は続く。|終わり？|はい！")]
    [InlineData("zh", "部长参加了会议。|他说：“好。”|会议结束！")]
    [InlineData("ko", "장관은 참석했다.| 회의는 끝났다.")]
    [InlineData("xx", "Tha e ann.| Chan eil Dr. Mac an seo.")]
    [InlineData("en", "One line\nand the next.|\n\nAnother paragraph")]
    public void Sentences_end_where_readers_end_them(string language, string marked)
    {
        string text = marked.Replace("|", "", StringComparison.Ordinal);

        IEnumerable<string> sentences = SentenceReader.Read(text, language)
            .Select(sentence => text.Substring(sentence.Start, sentence.Length));

        Assert.Equal(marked.Split('|', StringSplitOptions.TrimEntries), sentences);
    }

    [Fact]
    public void Sentences_of_an_article_name_their_paragraphs()
    {
        var article = new Article
        {
            Url = new Uri("https://news.example/quay"),
            Title = "Quay. Closed.",
            Language = "en-GB",
            Paragraphs = ["One. Two.", " ", "Three."],
        };

        Assert.Equal(
            [new Sentence(0, 0, 4), new Sentence(0, 5, 4), new Sentence(2, 0, 6)], SentenceReader.Read(article));
    }

    [Fact]
    public void Every_visible_character_is_in_one_sentence()
    {
        const string Text = "...  A.B. c ?! ”  」」。（。 x.\n \nу. 3. 。。」と . . ";

        IEnumerable<int> covered = SentenceReader.Read(Text)
            .SelectMany(sentence => Enumerable.Range(sentence.Start, sentence.Length))
            .Where(place => !char.IsWhiteSpace(Text[place]));

        Assert.Equal(Enumerable.Range(0, Text.Length).Where(place => !char.IsWhiteSpace(Text[place])), covered);
    }
}
