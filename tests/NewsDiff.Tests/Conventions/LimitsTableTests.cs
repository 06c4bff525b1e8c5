using System.Text;
using System.Xml.Linq;
using NewsDiff.Addresses;
using NewsDiff.Extraction;
using NewsDiff.Feeds.Reading;
using NewsDiff.Fetching;
using NewsDiff.TestSupport;

namespace NewsDiff.Tests.Conventions;

/// <summary>Holds the core's part of docs/limits.md against the options it is made from.</summary>
public sealed class LimitsTableTests
{
    [Fact]
    public void The_table_of_limits_lists_the_options() => LimitsPage.Verify("", Write());

    private static string Write()
    {
        XDocument documentation = LimitsPage.DocumentationOf(typeof(HttpFetchOptions).Assembly);
        var text = new StringBuilder(
            """
            # Limits and courtesies

            Generated from options and named constants by `LimitsTableTests`. Input that exceeds a limit causes an outcome with a reason, never an exception.

            ## Fetching

            Every line is an option of `HttpFetchOptions`.


            """);
        LimitsPage.WriteOptions(text, HttpFetchOptions.Default, documentation);
        text.Append("\n## Pages\n\nOptions of `ExtractionOptions`:\n\n");
        LimitsPage.WriteOptions(text, new ExtractionOptions(), documentation);
        text.Append("\nFixed:\n\n");
        LimitsPage.WriteConstants(text, typeof(PageLimits), documentation);
        text.Append("\n## Addresses\n\n");
        LimitsPage.WriteConstants(text, typeof(BoundedUrl), documentation);
        text.Append("\n## Feeds, sitemaps and lists of feeds\n\n");
        LimitsPage.WriteConstants(text, typeof(FeedLimits), documentation);
        return text.ToString();
    }
}
