namespace NewsDiff.Extraction.Rules.SiteConfigs;

/// <summary>A directive of a site config.</summary>
/// <param name="Number">Its line, from 1.</param>
/// <param name="Name">Its name, such as <c>body</c>, without an argument in parentheses.</param>
/// <param name="Value">What follows the colon; null when there is no colon.</param>
internal readonly record struct SiteConfigLine(int Number, string Name, string? Value)
{
    /// <summary>Reads the directives of a site config, without comments and empty lines.</summary>
    /// <param name="text">The text of the file.</param>
    public static IEnumerable<SiteConfigLine> Read(string text)
    {
        using var reader = new StringReader(text);
        for (int number = 1; reader.ReadLine() is { } line; number++)
        {
            ReadOnlySpan<char> rest = line.AsSpan().Trim().TrimStart('\uFEFF');
            if (rest.IsEmpty || rest[0] == '#')
            {
                continue;
            }

            int colon = rest.IndexOf(':');
            ReadOnlySpan<char> name = colon < 0 ? rest : rest[..colon];
            int argument = name.IndexOf('(');
            name = argument < 0 ? name : name[..argument];
            string? value = colon < 0 || argument > 0 ? null : rest[(colon + 1)..].Trim().ToString();
            yield return new SiteConfigLine(number, name.Trim().ToString(), argument > 0 ? "" : value);
        }
    }
}
