using AngleSharp.Css.Dom;

namespace NewsDiff.Extraction.Rules;

/// <summary>A selector of a site's rule.</summary>
/// <param name="Field">What its matches are.</param>
/// <param name="Order">Its place among the alternatives of the field, from 0.</param>
/// <param name="Text">The selector as written.</param>
/// <param name="Selector">The selector, ready to match.</param>
internal readonly record struct RuleSelector(RuleField Field, int Order, string Text, ISelector Selector);
