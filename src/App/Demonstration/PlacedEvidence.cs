using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Evidence;
using Responsables.App.Submissions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Demonstration;

/// <summary>A few pieces beside answers of a year, made here and invented as the figures are: extracts, a statement, an address.</summary>
internal sealed class PlacedEvidence(AppDb db, DossierStore dossiers, AddEvidence add)
{
    /// <summary>Bodies that have some: the one that the demonstration's people open, and one that is validated.</summary>
    private static readonly IReadOnlyList<OrganizationCode> Bodies = [Stages.Featured, Merger.Merged];

    private static readonly IReadOnlyList<Placed> Pieces =
    [
        new("effectif_physique_3112", "Extraction de l’outil de paie au 31 décembre", "effectifs-{0}.csv", Sheet, LastsAYear: true),
        new("ges_scope1", "Bilan des émissions de gaz à effet de serre", "bilan-ges-{0}.pdf", Document, LastsAYear: false),
        new("nb_marches_clause_sociale", "Guide de rédaction des clauses sociales", null, _ => [], LastsAYear: false),
    ];

    private const string Link = "https://clauses.demonstration.invalid/guide";

    public async Task<IReadOnlyList<Problem>?> RunAsync(int year, CancellationToken cancel)
    {
        var found = await db.Submissions.AsNoTracking().Where(s => s.Campaign.Year == year && Bodies.Contains(s.Organization))
            .OrderBy(s => s.Organization).Select(s => s.Id).ToListAsync(cancel);
        foreach (var (submission, piece) in found.SelectMany(s => Pieces.Select(p => (s, p))))
        {
            var actor = DemonstrationPeople.Contributor((await dossiers.ReadAsync(submission, cancel))!.Place);
            var typed = new EvidenceTyped(piece.Title, $"{year}-01-01", piece.LastsAYear ? $"{year}-12-31" : "");
            var variable = new VariableCode(piece.Variable);
            var outcome = piece.Name is { } name
                ? await add.FileAsync(
                    actor, submission, variable, typed, new SentFile(string.Format(CultureInfo.InvariantCulture, name, year), piece.Content(year)), Guid.CreateVersion7(), cancel)
                : await add.LinkAsync(actor, submission, variable, typed, Link, withFile: false, Guid.CreateVersion7(), cancel);
            db.ChangeTracker.Clear();
            if (outcome is Outcome<EvidenceAdded>.Refused refused)
            {
                return refused.Problems;
            }
        }

        return null;
    }

    private static byte[] Sheet(int year) => Encoding.UTF8.GetBytes(
        $"\uFEFFmois;effectif\n{string.Concat(Enumerable.Range(1, 12).Select(m => $"{year}-{m:00};{780 + (m * 3 % 7)}\n"))}");

    // The smallest document that readers open: one page, one line.
    private static byte[] Document(int year)
    {
        var line = $"BT /F1 14 Tf 60 760 Td (Bilan des emissions {year} - demonstration, chiffres inventes) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {line.Length} >>\nstream\n{line}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var text = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(p => text.Append(CultureInfo.InvariantCulture, $"{p:0000000000} 00000 n \n"));
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <param name="Name">Name of the file; null: an address.</param>
    private sealed record Placed(string Variable, string Title, string? Name, Func<int, byte[]> Content, bool LastsAYear);
}
