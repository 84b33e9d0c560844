import { elementsOf, type XmlElement } from '../xml/element';

/**
 * Prefixes that Office and its relatives write for the extensions that this program reads (ECMA-376 part 3, 10.2):
 * shapes, newer markup of Word and DrawingML, charts.
 */
const KNOWN =
  /^(?:wps|wpg|wpc|wpi|wp14|w14|w15|w16\w*|a14|a16|cx\d*|c14|v|o|m|r|am3d|aink|ma|dgm|sl|x14|x15|xdr|xr\d*)$/;

/**
 * The alternatives of an `mc:AlternateContent` from the one that Word shows: the first choice whose extensions are
 * known, else the fallback.
 */
export function shownAlternatives(element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).filter(({ name, attributes }) => {
    const required = (attributes.Requires ?? '').trim();
    return name !== 'Choice' || required.split(/\s+/).every((prefix) => prefix === '' || KNOWN.test(prefix));
  });
}
