using Responsables.Reports.Documents;

namespace Responsables.Reports.Tests.Documents;

/// <summary>What is no document is refused before any format is made.</summary>
public sealed class DocumentChecksTests(Making making) : IClassFixture<Making>
{
    public static TheoryData<IReadOnlyList<Block>> Wrong => new(
    (IReadOnlyList<Block>[])[
        [new Heading(2, "Sans premier")],
        [new Heading(1, "Un"), new Heading(3, "Trois")],
        [new Heading(1, "Un", "ici"), new Heading(1, "Deux", "ici")],
        [new Paragraph([new Run("Nulle part", Target: "#absent")])],
        [new Paragraph([new Run("Un programme", Target: "javascript:alert(1)")])],
        [new Paragraph([new Run("Un fichier", Target: "file:///etc/passwd")])],
        [new Picture(SampleDocuments.Logo, "", null)],
        [new DataTable("Table", [new("A"), new("B")], [new([new("1")])])],
    ]);

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task It_is_refused(IReadOnlyList<Block> blocks) =>
        await Assert.ThrowsAsync<ArgumentException>(() => making.Maker.MakeAsync(SampleDocuments.With([.. blocks]), ReportFormat.Csv, CancellationToken.None));
}
