using Responsables.App.Publications.Documents;
using Responsables.App.Publications.Identities;
using Responsables.App.Publications.Texts;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;

namespace Responsables.App.Publications;

/// <summary>
/// A report as it would be if all that is written of it today, signed off or not, were frozen with the figures of the latest edition of its year that this person may read.
/// Places that have no figure to tell stay as they are written.
/// </summary>
public sealed class PreviewReport(ReportsQuery reports, EditionsQuery editions, IdentitiesQuery identities, ExportEdition export)
{
    public async Task<Outcome<ExportedFile>> RunAsync(Actor actor, int year, NodeKey node, CancellationToken cancel) => await SourceAsync(actor, year, node, cancel) switch
    {
        Outcome<EditionSource>.Done done => await export.ReportAsync(done.Value, node, cancel),
        Outcome<EditionSource>.Refused refused => Outcome.Refused<ExportedFile>(refused.Problems),
        _ => Outcome.Missing<ExportedFile>(),
    };

    internal async Task<Outcome<EditionSource>> SourceAsync(Actor actor, int year, NodeKey node, CancellationToken cancel)
    {
        if (await reports.FindAsync(actor, year, node, cancel) is not { } written)
        {
            return Outcome.Missing<EditionSource>();
        }

        if ((await editions.ListAsync(actor, cancel)).Where(e => e.Edition.Year == year).MaxBy(e => e.Edition.Number) is not { Edition: var edition })
        {
            return Outcome.Refused<EditionSource>(new Problem("publications.preview-no-edition", null, year));
        }

        var perimeter = (await editions.ContentAsync(edition.Number, [], cancel)).Perimeter;
        var needed = EditionDocuments.Needed(perimeter, node == perimeter.Root ? null : node, edition.Publication?.OpensBodies == true);
        var frozen = await editions.ContentAsync(edition.Number, needed.Append(node).Distinct(), cancel);
        if (frozen.Nodes.FirstOrDefault(n => n.Node == node) is not { } own)
        {
            return Outcome.Refused<EditionSource>(new Problem("publications.preview-no-edition", null, year));
        }

        var figures = new FigureBinding(frozen.Framework, own, year);
        var content = frozen with
        {
            Texts = [.. written.Texts.Values.Where(t => t.Last is { Text.Length: > 0 }).Select(t => new EditionText(node, t.Section, figures.Bind(t.Last!.Text).Text))],
            Identities = await identities.OfEditionAsync(cancel),
        };
        var logos = await identities.LogosAsync(content.Identities.Select(i => i.Logo).OfType<string>(), cancel);
        return Outcome.Done(new EditionSource(content, edition.Sha256, false, [], logos));
    }
}
