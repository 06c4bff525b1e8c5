using System.Text;
using System.Xml.Linq;
using NewsDiff.Archives.Warc;
using NewsDiff.TestSupport;

namespace NewsDiff.Archives.Tests;

/// <summary>Holds the archives' part of docs/limits.md against the options it is made from.</summary>
public sealed class LimitsTableTests
{
    [Fact]
    public void The_table_of_limits_lists_the_options() => LimitsPage.Verify("## Archives", Write());

    private static string Write()
    {
        XDocument documentation = LimitsPage.DocumentationOf(typeof(WarcReaderOptions).Assembly);
        var text = new StringBuilder("\n## Archives\n\nOptions of `WarcReaderOptions`:\n\n");
        LimitsPage.WriteOptions(text, new WarcReaderOptions(), documentation);
        text.Append("\nFixed:\n\n");
        LimitsPage.WriteConstants(text, typeof(ArchiveLimits), documentation);
        return text.ToString();
    }
}
