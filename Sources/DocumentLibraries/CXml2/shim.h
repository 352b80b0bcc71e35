#pragma once
#include <libxml/xmlversion.h>
// Debian's libxml2 shows ICU in one header, and Foundation brings an ICU of its own whose types
// have the same names. Nothing that we call touches it.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
