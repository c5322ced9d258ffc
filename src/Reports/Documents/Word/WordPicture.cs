using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Drawing = DocumentFormat.OpenXml.Wordprocessing.Drawing;
using Pictures = DocumentFormat.OpenXml.Drawing.Pictures;

namespace Responsables.Reports.Documents.Word;

/// <summary>A picture in the line, with what is read in its place.</summary>
internal static class WordPicture
{
    public static Drawing Of(int number, string alternative, (long Width, long Height) size) => new(new Inline(
        new Extent { Cx = size.Width, Cy = size.Height },
        new DocProperties { Id = (uint)number, Name = $"Image {number}", Description = alternative },
        new Graphic(new GraphicData(new Pictures.Picture(
            new Pictures.NonVisualPictureProperties(
                new Pictures.NonVisualDrawingProperties { Id = (uint)number, Name = $"Image {number}", Description = alternative },
                new Pictures.NonVisualPictureDrawingProperties(new PictureLocks { NoChangeAspect = true })),
            new Pictures.BlipFill(new Blip { Embed = $"rIdPicture{number}" }, new Stretch(new FillRectangle())),
            new Pictures.ShapeProperties(
                new Transform2D(new Offset { X = 0, Y = 0 }, new Extents { Cx = size.Width, Cy = size.Height }),
                new PresetGeometry(new AdjustValueList()) { Preset = ShapeTypeValues.Rectangle })))
        { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
    { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });
}
