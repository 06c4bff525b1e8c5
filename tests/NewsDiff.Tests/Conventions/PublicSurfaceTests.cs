using System.Reflection;
using NewsDiff.TestSupport;

namespace NewsDiff.Tests.Conventions;

public sealed class PublicSurfaceTests
{
    /// <summary>
    /// The most public types. A new type replaces one that nobody names, or goes to a package. Search has two, which
    /// every store needs: what it implements, and what it finds. What is changed around a text has two, which every
    /// event may name: the change, and its field. Sharing sites has three: the store, a turn, its clock. Visiting site
    /// by site has two: who knows what is due, and how much. Tracing words has five: the tracer, and what it says of a
    /// version, a paragraph, a word and a run of versions. What moved has one: its places and its edits. Keeping what
    /// was made from a store has two: what a store implements, and the stamp that it gives.
    /// </summary>
    private const int MostTypes = 152;

    private static readonly Assembly Library = typeof(TextDiff).Assembly;

    [Fact]
    public void The_public_surface_is_the_reviewed_one() => PublicApi.Verify(Library);

    [Fact]
    public void The_public_types_have_the_shape_of_the_house() => PublicShape.Verify(Library);

    [Fact]
    public void The_core_has_few_public_types() => Assert.InRange(Library.GetExportedTypes().Length, 1, MostTypes);

    [Fact]
    public void Types_can_gain_members_and_unset_values_mean_nothing() =>
        PublicNames.Verify(Library.GetExportedTypes());

    [Fact]
    public void Only_interop_names_types_of_DiffPlex() => Assert.All(
        Library.GetExportedTypes().Where(NamesDiffPlex), type => Assert.Equal("NewsDiff.Interop", type.Namespace));

    private static bool NamesDiffPlex(Type type) =>
        PublicShape.SignatureTypes(type).Any(
            used => used.Namespace?.StartsWith("DiffPlex", StringComparison.Ordinal) is true);
}
