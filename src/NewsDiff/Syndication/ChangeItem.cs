using System.ServiceModel.Syndication;
using System.Xml;
using NewsDiff.Rendering.Html;
using NewsDiff.Text;

namespace NewsDiff.Syndication;

/// <summary>One change as an item of a syndication feed.</summary>
/// <remarks>RSS defines the author as a mail address, so Dublin Core's <c>creator</c> is used there.</remarks>
internal sealed class ChangeItem : SyndicationItem
{
    /// <summary>The namespace of <c>creator</c>.</summary>
    internal const string DublinCore = "http://purl.org/dc/elements/1.1/";

    private readonly string _author;

    internal ChangeItem(ChangeFeedEntry entry)
    {
        _author = XmlChars.Clean(entry.Author);
        Id = entry.Id;
        Title = new TextSyndicationContent(XmlChars.Clean(entry.Title));
        Summary = new TextSyndicationContent(XmlChars.Clean(entry.Summary));
        Content = new TextSyndicationContent(XmlChars.Clean(entry.Html), TextSyndicationContentKind.Html);
        PublishDate = LastUpdatedTime = entry.At.ToUniversalTime();
        Authors.Add(new SyndicationPerson { Name = _author });
        if (entry.Link is not null)
        {
            Links.Add(SyndicationLink.CreateAlternateLink(entry.Link, "text/html"));
        }
    }

    private ChangeItem(ChangeItem source)
        : base(source) => _author = source._author;

    /// <inheritdoc/>
    public override SyndicationItem Clone() => new ChangeItem(this);

    /// <summary>The same item for RSS: one text and no elements of Atom.</summary>
    internal ChangeItem ForRss()
    {
        var item = new ChangeItem(this)
        {
            Summary = new TextSyndicationContent($"<p>{HtmlText.Encode(Summary.Text)}</p>\n{((TextSyndicationContent)Content).Text}"),
            Content = null,
            LastUpdatedTime = default,
        };
        item.Authors.Clear();
        return item;
    }

    /// <inheritdoc/>
    protected override void WriteAttributeExtensions(XmlWriter writer, string version)
    {
        if (writer is FeedInstantWriter dates)
        {
            dates.Instant = PublishDate;
        }

        base.WriteAttributeExtensions(writer, version);
    }

    /// <inheritdoc/>
    protected override void WriteElementExtensions(XmlWriter writer, string version)
    {
        if (version == SyndicationVersions.Rss20)
        {
            writer.WriteElementString("dc", "creator", DublinCore, _author);
        }

        base.WriteElementExtensions(writer, version);
    }
}
