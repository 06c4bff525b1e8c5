using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace NewsDiff.Tool.Demo;

/// <summary>Writes a story's page as a news site does, among parts that always change.</summary>
internal sealed class SitePage
{
    private readonly string _layout = SiteFiles.ReadLayout();
    private readonly ImmutableArray<Story> _stories;

    internal SitePage(ImmutableArray<Story> stories) => _stories = stories;

    internal string Write(Story story, StoryVersion version, Uri site, DateTimeOffset now, int request)
    {
        var page = new StringBuilder(_layout);
        Fill("title", version.Title);
        Fill("language", version.Language);
        Fill("section", version.Section);
        Fill("author", version.Author);
        Fill("published", version.Published);
        Fill("modified", version.Modified);
        Fill("url", new Uri(site, story.Slug).AbsoluteUri);
        Fill("clock", now.ToString("dddd d MMMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture));
        Fill("token", Number((request * 7919L) + 104729));
        Fill("reads", Number(1200 + (request * 37)));
        Fill("shares", Number(40 + (request * 3)));
        Fill("comments", Number(5 + request));
        page.Replace("{{related}}", Links(story, request, count: 3));
        page.Replace("{{popular}}", Links(story, request + 2, count: 5));
        page.Replace("{{body}}", version.Body);
        return page.ToString();

        void Fill(string name, string value) => page.Replace("{{" + name + "}}", HtmlEncoder.Default.Encode(value));
    }

    /// <summary>Links to other stories, different at every request.</summary>
    private string Links(Story current, int request, int count)
    {
        var links = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            Story other = _stories[(request + i) % _stories.Length];
            if (other != current)
            {
                string title = HtmlEncoder.Default.Encode(other.First.Title);
                links.Append(
                    CultureInfo.InvariantCulture, $"          <li><a href=\"/{other.Slug}\">{title}</a></li>\n");
            }
        }

        return links.ToString().TrimEnd('\n');
    }

    private static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
