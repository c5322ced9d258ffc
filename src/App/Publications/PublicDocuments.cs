using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Publications.Documents;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;

namespace Responsables.App.Publications;

/// <summary>A document of an edition as the public takes it: made when it is first asked for, the same for good from then on.</summary>
public sealed class EditionDocument
{
    public required int Edition { get; init; }

    public required string Name { get; init; }

    public required string MediaType { get; init; }

    public required byte[] Bytes { get; init; }

    public required string Sha256 { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
}

/// <summary>What a document is.</summary>
public enum DocumentKind
{
    KeyFigures,
    Report,
    Tables,

    /// <summary>Of one body.</summary>
    Sheet,
}

/// <summary>A document that the public may take.</summary>
/// <param name="Node">Null: it is of the whole.</param>
public sealed record OfferedDocument(string Name, DocumentKind Kind, EditionFormat Format, NodeKey? Node);

/// <summary>Whose turn it is to make documents for the public: one at a time, however many ask.</summary>
public sealed class DocumentTurn : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Waits for it; false when it did not come in time.</summary>
    public Task<bool> WaitAsync(TimeSpan patience, CancellationToken cancel) => turn.WaitAsync(patience, cancel);

    public void Release() => turn.Release();

    public void Dispose() => turn.Dispose();
}

/// <summary>Documents for the public. What there is to take is bounded by the edition, each is made once, and one at a time.</summary>
public sealed class PublicDocuments(AppDb db, ExportEdition export, DocumentTurn turn, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Those of the whole.</summary>
    public static IReadOnlyList<OfferedDocument> OfWhole(int edition) =>
    [
        Offered(edition, DocumentKind.KeyFigures, EditionFormat.Pdf), Offered(edition, DocumentKind.KeyFigures, EditionFormat.Docx), Offered(edition, DocumentKind.KeyFigures, EditionFormat.Pptx),
        Offered(edition, DocumentKind.Report, EditionFormat.Pdf), Offered(edition, DocumentKind.Report, EditionFormat.Docx),
        Offered(edition, DocumentKind.Tables, EditionFormat.Ods), Offered(edition, DocumentKind.Tables, EditionFormat.Xlsx),
    ];

    /// <summary>The report of a fund, a branch or a region, or the sheet of a body where the edition opens them; null: there is none of this node.</summary>
    public static OfferedDocument? Of(PublicEdition edition, NodeKey node) =>
        edition.Place(node) is { Hierarchy: Hierarchy.Tree or Hierarchy.Branch or Hierarchy.Region } place && node != edition.Root
            ? new OfferedDocument(
                ExportedFile.NameOf(edition.Number, node, null, "pdf"), place is { IsOneBody: true, Hierarchy: Hierarchy.Tree } ? DocumentKind.Sheet : DocumentKind.Report, EditionFormat.Pdf, node)
            : null;

    /// <summary>A document by its name; refused when its turn does not come in time or it cannot be made here.</summary>
    public async Task<Outcome<EditionDocument>> OpenAsync(PublicEdition edition, string name, CancellationToken cancel)
    {
        if (Find(edition, name) is not { } offered)
        {
            return Outcome.Missing<EditionDocument>();
        }

        if (await FindAsync(edition.Number, name, cancel) is { } there)
        {
            return Outcome.Done(there);
        }

        if (!await turn.WaitAsync(Patience, cancel))
        {
            return Outcome.Refused<EditionDocument>(new Problem("publications.documents-busy", null));
        }

        try
        {
            // Whoever gave up waiting does not leave half of it: what was begun is kept for the next one.
            return await FindAsync(edition.Number, name, cancel) is { } meanwhile ? Outcome.Done(meanwhile) : await MakeAsync(offered, edition.Number, CancellationToken.None);
        }
        finally
        {
            turn.Release();
        }
    }

    private static OfferedDocument? Find(PublicEdition edition, string name) =>
        OfWhole(edition.Number).FirstOrDefault(d => d.Name == name) ?? edition.Places.Select(p => Of(edition, p.Node)).FirstOrDefault(d => d?.Name == name);

    private static OfferedDocument Offered(int edition, DocumentKind kind, EditionFormat format)
    {
        var document = kind switch { DocumentKind.KeyFigures => EditionDocuments.KeyFigures, DocumentKind.Report => EditionDocuments.Report, _ => null };
        return new OfferedDocument(ExportedFile.NameOf(edition, null, document, format.ToString().ToLowerInvariant()), kind, format, null);
    }

    private Task<EditionDocument?> FindAsync(int edition, string name, CancellationToken cancel) =>
        db.EditionDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Edition == edition && d.Name == name, cancel);

    // The key figures and the report of a format are made together.
    private async Task<Outcome<EditionDocument>> MakeAsync(OfferedDocument asked, int edition, CancellationToken cancel)
    {
        var made = await export.RunAsync(null, new EditionRequest(edition, asked.Format, asked.Node), cancel);
        if (made is not Outcome<IReadOnlyList<ExportedFile>>.Done { Value: var files })
        {
            return made is Outcome<IReadOnlyList<ExportedFile>>.Refused refused ? Outcome.Refused<EditionDocument>(refused.Problems) : Outcome.Missing<EditionDocument>();
        }

        using (await WriterTurn.WaitAsync(db, cancel))
        {
            foreach (var file in files)
            {
                // Another server may have kept it first: that one is the document.
                var (name, type, bytes, sha256, now) = (file.Name, file.MediaType, file.Bytes, new PublicFile(file.Name, file.Bytes).Sha256, clock.GetUtcNow());
                if (!await db.EditionDocuments.AnyAsync(d => d.Edition == edition && d.Name == name, cancel))
                {
                    db.EditionDocuments.Add(new EditionDocument { Edition = edition, Name = name, MediaType = type, Bytes = bytes, Sha256 = sha256, MadeAt = now });
                }
            }

            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateException)
            {
                // Another server kept it at the same instant; anything else is a real fault.
                db.ChangeTracker.Clear();
                if (await FindAsync(edition, asked.Name, cancel) is null)
                {
                    throw;
                }
            }
        }

        return Outcome.Done((await FindAsync(edition, asked.Name, cancel))!);
    }
}
