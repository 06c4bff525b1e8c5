using NewsDiff.Diffing.Search;

namespace NewsDiff.Tests.Diffing;

/// <summary>The greedy search finds every shortest script of at most six edits, and no other.</summary>
public sealed class GreedySearchTests
{
    private const int MostEdits = 6;

    [Fact]
    public void It_matches_as_much_as_there_is_or_gives_up()
    {
        var random = new Random(20261128);
        var search = new GreedySearch();
        int[] found = new int[MostEdits + 2];
        for (int round = 0; round < 20_000; round++)
        {
            int[] old = Ids(random, random.Next(0, 16));
            int[] @new = random.Next(2) == 0 ? Ids(random, random.Next(0, 16)) : Edit(random, old);
            int common = LengthOfCommon(old, @new);
            int edits = old.Length + @new.Length - (2 * common);
            int[] matches = [.. Enumerable.Repeat(-1, old.Length)];

            bool isFound = search.TryMatch(old, @new, new Box(0, old.Length, 0, @new.Length), matches);

            found[Math.Min(edits, MostEdits + 1)]++;
            Assert.Equal(edits <= MostEdits, isFound);
            int[] kept = [.. matches.Where(place => place >= 0)];
            Assert.Equal(isFound ? common : 0, kept.Length);
            Assert.Equal(kept.Order().Distinct(), kept);
            Assert.All(
                matches.Select((place, index) => (place, index)).Where(match => match.place >= 0),
                match => Assert.Equal(old[match.index], @new[match.place]));
        }

        Assert.All(found, count => Assert.True(count > 100));
    }

    private static int[] Ids(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.Next(0, 4))];

    private static int[] Edit(Random random, int[] ids)
    {
        List<int> edited = [.. ids];
        for (int edit = random.Next(0, 7); edit > 0; edit--)
        {
            int place = random.Next(0, edited.Count + 1);
            if (place < edited.Count && random.Next(2) == 0)
            {
                edited.RemoveAt(place);
            }
            else
            {
                edited.Insert(place, random.Next(0, 4));
            }
        }

        return [.. edited];
    }

    private static int LengthOfCommon(int[] old, int[] @new)
    {
        int[,] lengths = new int[old.Length + 1, @new.Length + 1];
        for (int i = 1; i <= old.Length; i++)
        {
            for (int j = 1; j <= @new.Length; j++)
            {
                lengths[i, j] = old[i - 1] == @new[j - 1]
                    ? lengths[i - 1, j - 1] + 1
                    : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
            }
        }

        return lengths[old.Length, @new.Length];
    }
}
