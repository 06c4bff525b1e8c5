using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsDiff.Extraction.Html;
using AttributeNames = NewsDiff.Extraction.Html.AttributeNames;

namespace NewsDiff.Extraction.Rules;

/// <summary>The tree of a page for the selectors of a site's rule.</summary>
/// <remarks>The page is known to be within the limits.</remarks>
internal static class RuledDocument
{
    /// <summary>Parses a page.</summary>
    public static IHtmlDocument Parse(
        string html,
        HtmlParserSettings settings,
        CancellationToken cancellationToken)
    {
        var options = new HtmlParserOptions
        {
            SkipComments = true,
            SkipProcessingInstructions = true,
            SkipScriptText = true,
            SkipRawText = !settings.KeepsRawText,
            IsScripting = settings.IsScripting,
            DisableElementPositionTracking = true,
            MaximumDepth = settings.MaxDepth,
            OnCreated = (_, _) => cancellationToken.ThrowIfCancellationRequested(),
        };
        return new HtmlParser(options, BrowsingContext.New()).ParseDocument(html.AsMemory());
    }

    /// <summary>Copies a page, with what a rule selects.</summary>
    public static HtmlTree Copy(IHtmlDocument document, CompiledRule rule, int elements)
    {
        var tree = new HtmlTree("", elements);
        var tags = new Dictionary<string, HtmlTag>(StringComparer.Ordinal);
        var matches = new RuleMatches(rule);

        // Children are taken by index, because finding a sibling takes linear time.
        var open = new Stack<(INodeList Children, int Next, int Copy, bool IsRemoved)>();
        open.Push((document.ChildNodes, 0, HtmlTree.Document, false));
        while (open.TryPop(out (INodeList Children, int Next, int Copy, bool IsRemoved) parent))
        {
            if (parent.Next == parent.Children.Length)
            {
                matches.Leave(parent.Copy);
                continue;
            }

            INode child = parent.Children[parent.Next];
            open.Push(parent with { Next = parent.Next + 1 });
            if (child is IText text)
            {
                tree.Append(parent.Copy, tree.AddText(Keep(tree, text.Data)));
                matches.Read(parent.IsRemoved ? "" : text.Data);
            }
            else if (child is IElement element)
            {
                int copy = Copy(element, tree, tags);
                RuleField fields = matches.Find(element, copy, parent.IsRemoved);
                tree[copy].Fields = fields;
                tree.Append(parent.Copy, copy);
                open.Push((
                    element.ChildNodes, 0, copy, parent.IsRemoved || (fields & RuleField.Remove) != RuleField.None));
            }
        }

        matches.Settle(tree);
        return tree;
    }

    private static int Copy(IElement element, HtmlTree tree, Dictionary<string, HtmlTag> tags)
    {
        int first = tree.Attributes;
        for (int i = 0; i < element.Attributes.Length; i++)
        {
            TextRun name = Keep(tree, element.Attributes[i]!.Name);
            TextRun value = Keep(tree, element.Attributes[i]!.Value);
            int hash = NameTable<AttributeName>.HashOf(element.Attributes[i]!.Name);
            tree.AddAttribute(new HtmlAttribute
            {
                Name = AttributeNames.Find(element.Attributes[i]!.Name, hash),
                NameHash = hash,
                NameStart = name.Start,
                NameLength = name.Length,
                ValueStart = value.Start,
                ValueLength = value.Length,
                IsDecoded = true,
            });
        }

        if (!tags.TryGetValue(element.LocalName, out HtmlTag? tag))
        {
            tag = KnownTags.Find(element.LocalName)
                ?? new HtmlTag(element.LocalName, TagId.Other, TagGroups.None);
            tags.Add(element.LocalName, tag);
        }

        return tree.AddElement(tag, first, tree.Attributes - first);
    }

    private static TextRun Keep(HtmlTree tree, string text)
    {
        int start = tree.Decoded.Length;
        tree.Decoded.Append(text);
        return new TextRun(start, text.Length, IsDecoded: true);
    }
}
