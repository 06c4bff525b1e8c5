using System.Globalization;
using System.Text;

using FsCheck;
using FsCheck.Fluent;

namespace NewsDiff.Tests.Diffing;

public sealed class TextDiffPropertyTests
{
    private static readonly string[] Pieces =
    [
        "the", "minister", "said", "12", "1,200", ".", ",", "\"", " ", " ", " ", "\n", "\n\n", "\r\n\r\n", "\u00A0",
        "é", "e\u0301",
        "don't", "—", "-", "東", "京", "ดี", "ขึ้น", "👍🏽", "\uD83D", "\u200B", "\u00AD", "Straße", "\u2029", "क्षि", "x",
        "£", "%", "12 500", "500", "カ", "ナ", "三", "百", "’", "“",
    ];

    private static readonly Arbitrary<string> Texts = Gen.Elements(Pieces).ListOf()
        .Select(pieces => string.Concat(pieces)).ToArbitrary();

    private static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(2000).WithQuietOnSuccess(true);

    [Fact]
    public void Edits_cover_both_texts_exactly() => Check((old, @new) =>
    {
        int oldPosition = 0;
        int newPosition = 0;
        foreach (DiffEdit edit in TextDiff.Compute(old, @new).Edits)
        {
            Assert.Equal(oldPosition, edit.OldStart);
            Assert.Equal(newPosition, edit.NewStart);
            Assert.True(edit.Kind != EditKind.Insert || edit is { OldLength: 0, NewLength: > 0 });
            Assert.True(edit.Kind != EditKind.Delete || edit is { OldLength: > 0, NewLength: 0 });
            oldPosition += edit.OldLength;
            newPosition += edit.NewLength;
        }

        Assert.Equal(old.Length, oldPosition);
        Assert.Equal(@new.Length, newPosition);
    });

    [Fact]
    public void Equal_parts_differ_only_in_white_space_and_in_canonically_equivalent_characters() =>
        Check((old, @new) =>
        {
            TextDiff diff = TextDiff.Compute(old, @new);
            foreach (DiffEdit edit in diff.Edits.Where(edit => edit.Kind == EditKind.Equal))
            {
                Assert.Equal(Folded(old[edit.OldRange]), Folded(@new[edit.NewRange]));
            }
        });

    [Fact]
    public void Read_backwards_a_comparison_shows_the_same_words() => Check((old, @new) =>
    {
        DiffStatistics forwards = TextDiff.Compute(old, @new).Statistics;
        DiffStatistics backwards = TextDiff.Compute(@new, old).Statistics;

        Assert.Equal(
            (forwards.WordsKept, forwards.WordsInserted, forwards.WordsDeleted),
            (backwards.WordsKept, backwards.WordsDeleted, backwards.WordsInserted));
    });

    [Fact]
    public void A_text_does_not_differ_from_itself() => Check((text, _) =>
    {
        TextDiff diff = TextDiff.Compute(text, new StringBuilder(text).ToString());

        Assert.True(diff.IsIdentical);
        Assert.False(diff.HasChanges);
        Assert.Equal(1, diff.Similarity);
    });

    [Fact]
    public void The_result_does_not_depend_on_what_was_compared_before() => Check((old, @new) =>
    {
        var used = new TextDiffer();
        used.Compute(@new, old);
        used.Compute(old + "\n\n" + @new, @new);

        Assert.Equal(TextDiff.Compute(old, @new).Edits, used.Compute(old, @new).Edits);
    });

    [Fact]
    public void Words_are_counted_once_each() => Check((old, @new) =>
    {
        TextDiff diff = TextDiff.Compute(old, @new);

        Assert.Equal(
            TextDiff.Compute("", @new).Statistics.WordsInserted,
            diff.Statistics.WordsKept + diff.Statistics.WordsInserted);
        Assert.InRange(diff.Similarity, 0, 1);
    });

    [Fact]
    public void Culture_and_thread_change_nothing()
    {
        const string Old = "I said ISTANBUL. İstanbul 1.200 file";
        const string New = "i said istanbul. istanbul 1,200 FILE";
        var options = new DiffOptions { IgnoreCase = true };
        TextDiff expected = TextDiff.Compute(Old, New, options);

        Parallel.ForEach(["tr-TR", "de-DE", "ar-SA", "en-US"], name =>
        {
            CultureInfo.CurrentCulture = new CultureInfo(name);
            for (int i = 0; i < 100; i++)
            {
                Assert.Equal(expected.Edits, TextDiff.Compute(Old, New, options).Edits);
            }
        });
    }

    private static void Check(Action<string, string> property) =>
        Prop.ForAll(Texts, Texts, (old, @new) => property(old, @new)).Check(Quick);

    // Half a surrogate pair cannot be normalised; enumerating runes puts U+FFFD in its place.
    private static string Folded(string text) =>
        string.Concat(string.Concat(text.Where(c => !char.IsWhiteSpace(c))).EnumerateRunes()).Normalize();
}
