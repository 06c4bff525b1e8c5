using System.Collections.Immutable;
using System.Text;
using NewsDiff.Addresses;

namespace NewsDiff.Fetching.Robots;

/// <summary>Reads the sitemaps that a robots.txt names.</summary>
/// <remarks>They belong to no group (sitemaps.org, "Specifying the Sitemap location").</remarks>
internal static class RobotsSitemaps
{
    private const string Field = "sitemap:";
    private const int MostBytes = 500 * 1024;

    /// <summary>The addresses, each once, in the order of the file.</summary>
    /// <param name="content">The file.</param>
    /// <param name="robotsUrl">Its address.</param>
    /// <param name="most">The maximum number of sitemaps to read.</param>
    public static ImmutableArray<Uri> Read(ReadOnlySpan<byte> content, Uri robotsUrl, int most)
    {
        string text = Encoding.UTF8.GetString(content[..Math.Min(content.Length, MostBytes)]);
        var sitemaps = new List<Uri>();
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> entry = line.Trim();
            if (sitemaps.Count < most
                && entry.StartsWith(Field, StringComparison.OrdinalIgnoreCase)
                && BoundedUrl.Resolve(
                    robotsUrl, entry[Field.Length..].Trim().ToString()) is { Scheme: "http" or "https" } url
                && UserInfo.Without(url) is var sitemap
                && !sitemaps.Contains(sitemap))
            {
                sitemaps.Add(sitemap);
            }
        }

        return [.. sitemaps];
    }
}
