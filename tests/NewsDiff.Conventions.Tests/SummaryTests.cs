using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NewsDiff.Conventions.Tests;

/// <summary>A summary says one thing; remarks hold the rest.</summary>
public sealed class SummaryTests
{
    private const int MostWords = 15;

    [Fact]
    public void Summaries_of_public_members_are_short()
    {
        string[] offences =
        [
            .. from parsed in ParsedFile.Below("src")
               from member in parsed.Root.DescendantNodes().OfType<MemberDeclarationSyntax>()
               where IsPublic(member)
               let summary = SummaryOf(member)
               let words = CountWords(summary)
               where words > MostWords
               select $"{parsed.File.Path}: {words} words: {summary}",
        ];

        Assert.True(offences.Length == 0, string.Join('\n', offences));
    }

    [Theory]
    [InlineData("Reads a <see cref=\"Feed\"/> of any kind.", 6)]
    [InlineData("<para>One   two</para>\n three", 3)]
    [InlineData("", 0)]
    public void A_reference_is_one_word(string summary, int words) => Assert.Equal(words, CountWords(summary));

    private static bool IsPublic(MemberDeclarationSyntax member) =>
        member.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().All(
            declaration => declaration is BaseNamespaceDeclarationSyntax or EnumMemberDeclarationSyntax
                || declaration.Modifiers.Any(SyntaxKind.PublicKeyword)
                || declaration.Modifiers.Any(SyntaxKind.ProtectedKeyword)
                || (declaration.Parent is InterfaceDeclarationSyntax && declaration.Modifiers.Count == 0));

    private static string SummaryOf(MemberDeclarationSyntax member)
    {
        string? summary = (from trivia in member.GetLeadingTrivia()
                           let comment = trivia.GetStructure() as DocumentationCommentTriviaSyntax
                           where comment is not null
                           from element in comment.Content.OfType<XmlElementSyntax>()
                           where element.StartTag.Name.LocalName.Text == "summary"
                           select element.Content.ToFullString()).FirstOrDefault();
        return summary?.Replace("///", "", StringComparison.Ordinal) ?? "";
    }

    private static int CountWords(string summary) =>
        Regex.Replace(Regex.Replace(summary, "<[^>]*/>", " reference "), "<[^>]*>", "")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
