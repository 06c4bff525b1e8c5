using System.Collections.Immutable;
using NewsDiff.Diffing.Alignment;

namespace NewsDiff.Tests.Diffing;

/// <summary>What equal ends say at once must be what the whole alignment says.</summary>
public sealed class SureAlignmentTests
{
    private static readonly string[] Pool =
    [
        "The ferry to the island sails at noon.", "The ferry  to the island sails at noon.", "Gulls return.", "",
        "The mayor spoke for an hour about the bridge.", "The mayor spoke for two hours about the old bridge.",
        "Café Nord opens on Monday.", "Cafe\u0301 Nord opens on Monday.", "Advertisement", "—", "…",
        "Fish is cheap this week, says the harbour, and so are eggs, flour, butter and milk from the island farms.",
        "Fish is cheap.", "橋は六月まで閉鎖される。", "橋は七月まで閉鎖される。",
    ];

    [Fact]
    public void Articles_with_equal_ends_are_aligned_as_any_others()
    {
        var random = new Random(20261127);
        int sure = 0;
        for (int round = 0; round < 20_000; round++)
        {
            List<string> old = [.. random.GetItems(Pool, random.Next(0, 7))];
            List<string> @new = [.. old];
            int place = random.Next(old.Count + 1);
            switch (random.Next(4))
            {
                case 0:
                    @new.Insert(place, random.GetItems(Pool, 1)[0]);
                    break;
                case 1 when place < old.Count:
                    @new.RemoveAt(place);
                    break;
                case 2 when place < old.Count:
                    @new[place] = random.GetItems(Pool, 1)[0];
                    break;
                default:
                    @new.InsertRange(place, random.GetItems(Pool, 2));
                    break;
            }

            ImmutableArray<Paragraph> before = [.. old.Select(Paragraph.FromString)];
            ImmutableArray<Paragraph> after = [.. @new.Select(Paragraph.FromString)];
            ImmutableArray<ParagraphChange> rows = SureAlignment.TryAlign(before, after, DiffOptions.Default);
            if (!rows.IsDefault)
            {
                sure++;
                Assert.Equal(
                    Describe(ParagraphAligner.AlignWhole(before, after, DiffOptions.Default)), Describe(rows));
            }
        }

        Assert.InRange(sure, 2_000, 20_000);
    }

    private static IEnumerable<string> Describe(ImmutableArray<ParagraphChange> rows) => rows.Select(row =>
        $"{row.Kind} {row.IsMoved} {row.OldKind} {row.NewKind} {string.Join(',', row.OldIndexes)}>"
        + $"{string.Join(',', row.NewIndexes)} {(row.Words is { } words ? Marked.Of(words) : "")}");
}
