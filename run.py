import sys,re
from pathlib import Path
from plansvar.asking.conversation import Conversation
from plansvar.domain import Question
from plansvar.index.opening import open_index
from plansvar.pipeline import answer_question
libs={}
mode,f=sys.argv[1:3]; v='-v' in sys.argv
n=ok=0
c=Conversation()
for line in open(f):
    line=line.rstrip('\n')
    if not line or line.startswith('#'): continue
    parts=line.split('|'); corp,q=parts[0],parts[1]; exp='|'.join(parts[2:])
    if corp not in libs: libs[corp]=open_index(Path('/tmp/ixv')/corp,None)
    fol=q.startswith('>')
    if not fol: c=Conversation()
    a,c=answer_question(Question(q.lstrip('>')),libs[corp],None,c)
    want_decl = mode=='near' or exp=='NO'
    blob=a.text+' '.join(x.quote for x in a.citations)
    good = a.abstained if want_decl else (not a.abstained and re.search(exp,blob.replace('\u00a0',' '),re.I) is not None)
    n+=1; ok+=good
    if not good or v:
        print(('OK ' if good else 'BAD'),corp,'|',q,'|',a.interpretation,'|','ABST' if a.abstained else ''); print('      ',a.text[:330].replace('\n',' / '))
print(ok,'of',n)
