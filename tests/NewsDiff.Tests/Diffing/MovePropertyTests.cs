using System.Globalization;

using FsCheck;
using FsCheck.Fluent;
using NewsDiff.Diffing.Moves;

namespace NewsDiff.Tests.Diffing;

public sealed class MovePropertyTests
{
    private const int LooksPerWord = 60;

    // Few sentences, so that they are often deleted here and inserted there.
    private static readonly string[] Sentences =
    [
        "The ferry to the north island leaves at seven every morning.",
        "The ferry to the south island leaves at eight every evening, as a rule.",
        "\"We will not sell the old boat,\" said the harbour master on Monday.",
        "Nobody was hurt, police said.", "Rain fell.", "Yes.",
        "港の北側にある古い倉庫は来年の春までに取り壊される予定だ。", "雨が降った。",
    ];

    private static readonly Arbitrary<Article> Articles = Gen.Elements(Sentences).NonEmptyListOf()
        .Select(sentences => string.Join(' ', sentences.Take(4)))
        .NonEmptyListOf()
        .Select(paragraphs => ArticleOf(paragraphs.Take(5)))
        .ToArbitrary();

    private static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true);

    [Fact]
    public void A_move_was_deleted_at_one_place_and_inserted_at_another_and_none_overlaps() => Check((before, after) =>
    {
        var diff = ArticleDiff.Compute(before, after);
        foreach (DiffMove move in diff.Moves)
        {
            Assert.Equal(before.Paragraphs[move.OldParagraph].Text[move.OldRange], move.Words.OldText);
            Assert.Equal(after.Paragraphs[move.NewParagraph].Text[move.NewRange], move.Words.NewText);
            ParagraphChange from = diff.Paragraphs.Single(change => change.OldIndexes.Contains(move.OldParagraph));
            ParagraphChange to = diff.Paragraphs.Single(change => change.NewIndexes.Contains(move.NewParagraph));
            Assert.Contains(move.Words.OldText, Changed(from, before, EditKind.Delete), StringComparison.Ordinal);
            Assert.Contains(move.Words.NewText, Changed(to, after, EditKind.Insert), StringComparison.Ordinal);
        }

        AssertApart(diff.Moves.Select(move => (move.OldParagraph, move.OldStart, move.OldLength)));
        AssertApart(diff.Moves.Select(move => (move.NewParagraph, move.NewStart, move.NewLength)));
    });

    [Fact]
    public void The_same_articles_give_the_same_moves() => Check((before, after) =>
        Assert.Equal(
            ArticleDiff.Compute(before, after).Moves.Select(Place),
            ArticleDiff.Compute(before, after).Moves.Select(Place)));

    [Fact]
    public void Moved_words_count_as_kept() => Check((before, after) =>
    {
        DiffStatistics words = ArticleDiff.Compute(before, after).Statistics;
        Assert.Equal(WordsOf(before), words.WordsKept + words.WordsDeleted);
        Assert.Equal(WordsOf(after), words.WordsKept + words.WordsInserted);
        Assert.True(words.WordsDeleted >= 0 && words.WordsInserted >= 0);
    });

    [Fact]
    public void A_sentence_that_went_to_another_paragraph_is_the_move_and_backwards_too()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            int next = 0;
            List<List<string>> old =
            [
                .. Enumerable.Range(0, random.Next(2, 6)).Select(
                    _ => Enumerable.Range(0, random.Next(4, 7)).Select(_ => Sentence(random, ref next)).ToList()),
            ];
            List<List<string>> @new = [.. old.Select(paragraph => paragraph.ToList())];
            int from = random.Next(old.Count);
            int to = (from + random.Next(1, old.Count)) % old.Count;
            string moved = old[from][random.Next(old[from].Count)];
            @new[from].Remove(moved);
            @new[to].Insert(random.Next(@new[to].Count + 1), moved);
            (Article before, Article after) = (Join(old), Join(@new));

            DiffMove there = Assert.Single(ArticleDiff.Compute(before, after).Moves);
            DiffMove back = Assert.Single(ArticleDiff.Compute(after, before).Moves);

            Assert.Equal((seed, from, to, moved), (seed, there.OldParagraph, there.NewParagraph, there.Words.NewText));
            Assert.False(there.Words.HasChanges);
            Assert.Equal(
                (there.OldParagraph, there.OldRange, there.NewParagraph, there.NewRange),
                (back.NewParagraph, back.NewRange, back.OldParagraph, back.OldRange));
        }
    }

    /// <summary>What occurs more than four times is furniture, and no copy is a certain one.</summary>
    [Theory]
    [InlineData(4, 4)]
    [InlineData(5, 0)]
    public void What_is_often_repeated_did_not_move(int copies, int moves)
    {
        const string furniture = "Read more about this story on our front page.";
        var random = new Random(1);
        int next = 0;
        List<List<string>> old = [];
        List<List<string>> @new = [];
        for (int i = 0; i < copies; i++)
        {
            List<string> upper = [Sentence(random, ref next), Sentence(random, ref next)];
            List<string> lower = [Sentence(random, ref next), Sentence(random, ref next)];
            old.AddRange([[.. upper, furniture], lower]);
            @new.AddRange([upper, [furniture, .. lower]]);
        }

        Assert.Equal(moves, ArticleDiff.Compute(Join(old), Join(@new)).Moves.Length);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 7)]
    [InlineData(12, 5000)]
    [InlineData(5000, 12)]
    public void The_effort_grows_with_the_texts_whatever_they_repeat(int words, int period)
    {
        const int count = 40_000;
        var random = new Random(words + period);
        string[] pattern = [.. Enumerable.Range(0, period).Select(_ => Word(random.Next(words)))];
        string old = string.Join(' ', Enumerable.Range(0, count).Select(i => pattern[i % period]));
        string @new = string.Join(' ', Enumerable.Range(0, count).Select(i => pattern[(i * 7 / 6) % period]));
        var finder = new MoveFinder(DiffOptions.Default);
        finder.AddDeleted(new MoveStretch(0, 0, old, 0, old.Length));
        finder.AddInserted(new MoveStretch(1, 0, @new, 0, @new.Length));

        _ = finder.Find();

        Assert.InRange(finder.Looks, 1, LooksPerWord * 2L * count);
    }

    private static void Check(Action<Article, Article> property) =>
        Prop.ForAll(Articles, Articles, property).Check(Quick);

    private static (int OldParagraph, int OldStart, int NewParagraph, int NewStart) Place(DiffMove move) =>
        (move.OldParagraph, move.OldStart, move.NewParagraph, move.NewStart);

    private static string Changed(ParagraphChange change, Article article, EditKind kind) => change.Words is { } words
        ? string.Join('\n', words.Edits.Where(edit => edit.Kind == kind).Select(
            edit => kind == EditKind.Delete ? words.OldText[edit.OldRange] : words.NewText[edit.NewRange]))
        : article.Paragraphs[kind == EditKind.Delete ? change.OldIndexes[0] : change.NewIndexes[0]].Text;

    private static void AssertApart(IEnumerable<(int Paragraph, int Start, int Length)> places)
    {
        (int Paragraph, int End) last = (-1, 0);
        foreach ((int paragraph, int start, int length) in places.Order())
        {
            Assert.True(length > 0 && (paragraph != last.Paragraph || start >= last.End));
            last = (paragraph, start + length);
        }
    }

    private static int WordsOf(Article article) => article.Paragraphs.Sum(
        paragraph => TextDiff.Compute("", paragraph.Text).Statistics.WordsInserted);

    private static string Sentence(Random random, ref int next)
    {
        int first = next;
        next += random.Next(8, 15);
        return "S" + string.Join(' ', Enumerable.Range(first, next - first).Select(Word)) + ".";
    }

    private static string Word(int number) => "w" + number.ToString(CultureInfo.InvariantCulture);

    private static Article Join(List<List<string>> paragraphs) =>
        ArticleOf(paragraphs.Select(sentences => string.Join(' ', sentences)));

    private static Article ArticleOf(IEnumerable<string> paragraphs) => new()
    {
        Url = new Uri("https://news.example/ferry"),
        Title = "",
        Paragraphs = [.. paragraphs.Select(Paragraph.FromString)],
    };
}
