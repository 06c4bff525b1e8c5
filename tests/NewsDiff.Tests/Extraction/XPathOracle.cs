using System.Xml;
using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsDiff.Tests.Extraction;

/// <summary>Evaluates XPath and CSS selectors on one page, by parsers that share nothing.</summary>
internal sealed class XPathOracle
{
    private readonly XmlDocument _xml = new();
    private readonly Dictionary<XmlNode, IElement> _elements = [];
    private readonly List<IElement> _all = [];
    private readonly CssSelectorParser _css = new();

    public XPathOracle(string html)
    {
        IElement root = new HtmlParser().ParseDocument(html).DocumentElement;
        Copy(root, _xml);
    }

    /// <summary>The elements that an expression selects; for attributes, those that have them.</summary>
    /// <remarks>The root is left out, here and below: a rule cannot remove it, and it holds the whole page.</remarks>
    public HashSet<IElement> ByXPath(string xpath) =>
    [
        .. _xml.SelectNodes(xpath)!.Cast<XmlNode>().Where(node => node is not XmlDocument)
            .Select(node => _elements[node is XmlAttribute attribute ? attribute.OwnerElement! : node])
            .Where(element => element.ParentElement is not null),
    ];

    /// <summary>The elements that any of some selectors matches.</summary>
    public HashSet<IElement> BySelectors(IEnumerable<string> selectors)
    {
        ISelector selector = _css.ParseSelector(string.Join(", ", selectors))
            ?? throw new InvalidOperationException($"No selector: {string.Join(", ", selectors)}");
        return [.. _all.Where(element => element.ParentElement is not null && selector.Match(element, null))];
    }

    private void Copy(IElement element, XmlNode parent)
    {
        XmlElement copy = _xml.CreateElement(element.LocalName);
        foreach (IAttr attribute in element.Attributes)
        {
            copy.SetAttribute(attribute.LocalName, attribute.Value);
        }

        parent.AppendChild(copy);
        _elements.Add(copy, element);
        _all.Add(element);
        foreach (INode child in element.ChildNodes)
        {
            if (child is IElement inner)
            {
                Copy(inner, copy);
            }
            else if (child is IText text)
            {
                copy.AppendChild(_xml.CreateTextNode(text.Data));
            }
        }
    }
}
