namespace NewsDiff.Settings;

/// <summary>Finds the name that somebody meant who mistyped it.</summary>
internal static class NearestName
{
    /// <summary>Finds the nearest of some names; null when none is near.</summary>
    /// <remarks>A third of its characters may be wrong. Case does not count.</remarks>
    public static string? Find(string typed, IEnumerable<string> names)
    {
        string word = typed.ToUpperInvariant();
        return names
            .Select(name => (Name: name, Distance: DistanceOf(word, name.ToUpperInvariant())))
            .Where(found => found.Distance <= Math.Max(1, Math.Max(word.Length, found.Name.Length) / 3))
            .OrderBy(found => found.Distance)
            .Select(found => found.Name)
            .FirstOrDefault();
    }

    /// <summary>The fewest insertions, deletions, replacements and swaps of neighbours between two words.</summary>
    private static int DistanceOf(string a, string b)
    {
        int[][] rows = [.. Enumerable.Range(0, a.Length + 1).Select(_ => new int[b.Length + 1])];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                rows[i][j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(
                        Math.Min(rows[i - 1][j], rows[i][j - 1]) + 1,
                        rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i][j] = Math.Min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }

        return rows[a.Length][b.Length];
    }
}
