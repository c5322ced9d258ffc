using System.IO.Compression;
using Responsables.App.Publications.Documents;
using Responsables.App.Publications.Identities;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;
using Responsables.Reports.Documents;
using Responsables.Reports.Processes;

namespace Responsables.App.Publications;

/// <summary>Gives an edition out: its file, its tables, its documents. Who may not see a node is told what is told of one that is not there.</summary>
public sealed class ExportEdition(EditionsQuery editions, IdentitiesQuery identities, DocumentMaker maker)
{
    public const string NodeField = "noeud";

    /// <summary>The bodies of an edition that have a sheet for this person, each to be asked for by itself.</summary>
    public async Task<Outcome<IReadOnlyList<NodeKey>>> SheetsAsync(Actor? actor, int number, CancellationToken cancel)
    {
        if (await editions.FindAsync(actor, number, cancel) is not { } read)
        {
            return Outcome.Missing<IReadOnlyList<NodeKey>>();
        }

        var perimeter = (await editions.ContentAsync(number, [], cancel)).Perimeter;
        return Outcome.Done<IReadOnlyList<NodeKey>>([.. perimeter.Nodes.Where(p => p is { IsOneBody: true, Hierarchy: Hierarchy.Tree } && MayOpen(actor, read.Edition, perimeter, p)).Select(p => p.Node)]);
    }

    /// <param name="actor">Null: the public.</param>
    public async Task<Outcome<IReadOnlyList<ExportedFile>>> RunAsync(Actor? actor, EditionRequest asked, CancellationToken cancel)
    {
        if (await editions.FindAsync(actor, asked.Number, cancel) is not { } read)
        {
            return Outcome.Missing<IReadOnlyList<ExportedFile>>();
        }

        var number = read.Edition.Number;
        var perimeter = (await editions.ContentAsync(number, [], cancel)).Perimeter;
        if (asked.Node is { } node && (perimeter.Nodes.FirstOrDefault(p => p.Node == node) is not { } place || !MayOpen(actor, read.Edition, perimeter, place)))
        {
            return Outcome.Refused<IReadOnlyList<ExportedFile>>(new Problem("publications.node-unknown", NodeField, asked.Node.Value.Value));
        }

        var opened = perimeter.Nodes.Where(p => MayOpen(actor, read.Edition, perimeter, p)).Select(p => p.Node).ToHashSet();
        if (asked.Format == EditionFormat.Json)
        {
            var nodes = asked.Node is { } only ? [only] : opened;
            return Done([new ExportedFile(ExportedFile.NameOf(number, asked.Node, null, "json"), "application/json", await editions.JsonAsync(read.Edition, nodes, cancel))]);
        }

        var state = read.State is EditionState.Public or EditionState.Corrected;
        var restatements = (await editions.RestatementsAsync(number, cancel)).Where(r => opened.Contains(r.Node)).ToList();
        async Task<EditionSource> SourceAsync(IEnumerable<NodeKey> nodes)
        {
            var content = await editions.ContentAsync(number, nodes.Where(opened.Contains), cancel);
            return new EditionSource(content, read.Edition.Sha256, state, restatements, await identities.LogosAsync(content.Identities.Select(i => i.Logo).OfType<string>(), cancel));
        }

        return asked.Format is EditionFormat.Csv or EditionFormat.Xlsx or EditionFormat.Ods
            ? await MakeAsync(read.Edition, asked, [(null, EditionTables.Of(await SourceAsync(asked.Node is { } one ? [one] : opened)))], cancel)
            : await MakeAsync(read.Edition, asked, EditionDocuments.Of(await SourceAsync(EditionDocuments.Needed(perimeter, asked.Node, read.Edition.Publication?.OpensBodies == true)), asked), cancel);
    }

    /// <summary>A report as PDF, of whatever stands in the place of an edition.</summary>
    internal async Task<Outcome<ExportedFile>> ReportAsync(EditionSource source, NodeKey node, CancellationToken cancel)
    {
        var made = await maker.MakeAsync(YearlyReport.Of(source, node), ReportFormat.Pdf, cancel);
        return made.Bytes is null
            ? Outcome.Refused<ExportedFile>(FaultOf(made))
            : Outcome.Done(new ExportedFile(ExportedFile.NameOf(source.Head.Edition, node, EditionDocuments.Preview, "pdf"), MediaTypeOf(EditionFormat.Pdf), made.Bytes));
    }

    // Nodes of one body are for whoever prepares the edition, for everybody where it opens them, and for the people of the body or its fund once it is public.
    private static bool MayOpen(Actor? actor, Edition edition, EditionPerimeter perimeter, EditionPlace place)
    {
        if (!place.IsOneBody || edition.Publication?.OpensBodies == true || actor?.May(Permission.PreviewPublication) == true)
        {
            return true;
        }

        if (actor is null || !perimeter.Bodies.Any(b => b.Node == place.Node))
        {
            return false;
        }

        var body = perimeter.Bodies.First(b => b.Node == place.Node);
        return actor.May(Permission.ReadFigures) || actor.ScopesOf(Permission.ReadFigures).Any(s => s.Code == body.Code || (s.WithBelow && body.Above.Contains(s.Code)));
    }

    private async Task<Outcome<IReadOnlyList<ExportedFile>>> MakeAsync(Edition edition, EditionRequest asked, IReadOnlyList<(string? Name, ReportDocument Document)> documents, CancellationToken cancel)
    {
        var files = new List<ExportedFile>();
        foreach (var (name, document) in documents)
        {
            var made = await maker.MakeAsync(document, FormatOf(asked.Format), cancel);
            if (made.Bytes is null)
            {
                return Outcome.Refused<IReadOnlyList<ExportedFile>>(FaultOf(made));
            }

            files.AddRange(asked.Format == EditionFormat.Csv ? Unpacked(edition, asked.Node, made.Bytes) :
                [new ExportedFile(ExportedFile.NameOf(edition.Number, asked.Node, name, asked.Format.ToString().ToLowerInvariant()), MediaTypeOf(asked.Format), made.Bytes)]);
        }

        return Done(files);
    }

    private static Problem FaultOf(MadeDocument made) => new(
        made.Fault switch
        {
            WorkerFault.Absent => "publications.document-no-node",
            WorkerFault.TooSlow => "publications.document-too-slow",
            WorkerFault.Refused => "publications.document-refused",
            _ => "publications.document-broken",
        },
        null);

    private static IEnumerable<ExportedFile> Unpacked(Edition edition, NodeKey? node, byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            yield return new ExportedFile(ExportedFile.NameOf(edition.Number, node, Path.GetFileNameWithoutExtension(entry.Name), "csv"), MediaTypeOf(EditionFormat.Csv), copy.ToArray());
        }
    }

    private static ReportFormat FormatOf(EditionFormat format) => Enum.Parse<ReportFormat>(format.ToString());

    private static string MediaTypeOf(EditionFormat format) => format switch
    {
        EditionFormat.Csv => "text/csv; charset=utf-8",
        EditionFormat.Html => "text/html; charset=utf-8",
        EditionFormat.Pdf => "application/pdf",
        EditionFormat.Ods => "application/vnd.oasis.opendocument.spreadsheet",
        EditionFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        EditionFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    };

    private static Outcome<IReadOnlyList<ExportedFile>> Done(IReadOnlyList<ExportedFile> files) => Outcome.Done(files);
}
