using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Tests.Diffing;

/// <summary>Lines that go on like those of the old text are those that reading finds.</summary>
public sealed class LineListTests
{
    private static readonly string[] Ends = ["\n", "\n\n", "\r\n", " \n", "\n \t", "\r", ""];

    [Fact]
    public void A_text_has_the_same_lines_read_alone_or_beside_another()
    {
        var random = new Random(20261127);
        for (int round = 0; round < 5000; round++)
        {
            string[] old = Lines(random, random.Next(0, 12));
            List<string> edited = [.. old];
            for (int edit = random.Next(0, 5); edit > 0; edit--)
            {
                int place = random.Next(0, edited.Count + 1);
                edited.RemoveRange(place, Math.Min(random.Next(0, 3), edited.Count - place));
                edited.InsertRange(place, Lines(random, random.Next(0, 3)));
            }

            AssertSame(string.Concat(old), string.Concat(edited));
        }
    }

    [Fact]
    public void An_equal_line_knows_its_twin_behind_one_that_differs()
    {
        LineList old = Read("one\ntwo\nthree\nfour");
        var lines = new LineList();

        lines.Read("one\n2\nthree\nadded\nfour", old, "one\ntwo\nthree\nfour");

        Assert.Equal([0, -1, 2, -1, 3], Enumerable.Range(0, lines.Count).Select(i => lines[i].Twin));
    }

    private static string[] Lines(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => $"line {random.Next(0, 9)}" + random.GetItems(Ends, 1)[0])];

    private static LineList Read(string text)
    {
        var lines = new LineList();
        lines.Read(text);
        return lines;
    }

    private static void AssertSame(string oldText, string newText)
    {
        LineList old = Read(oldText);
        LineList alone = Read(newText);
        var beside = new LineList();
        beside.Read(newText, old, oldText);
        Assert.Equal(alone.Count, beside.Count);
        for (int i = 0; i < alone.Count; i++)
        {
            Assert.Equal((alone[i].Start, alone[i].End), (beside[i].Start, beside[i].End));
            Assert.Equal(alone[i].Hash, beside[i].Hash);
            Assert.True(
                beside[i].Twin < 0
                || old[beside[i].Twin].In(oldText).SequenceEqual(beside[i].In(newText)));
        }
    }
}
